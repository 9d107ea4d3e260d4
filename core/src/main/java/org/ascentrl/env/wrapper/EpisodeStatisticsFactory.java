package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;

/** {@code wrappers = [EpisodeStatistics]}. */
public final class EpisodeStatisticsFactory implements WrapperFactory<EpisodeStatisticsFactory.Settings> {

    /** There are no options. */
    public record Settings() {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new EpisodeStatistics(inner);
    }
}
