package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [TimeLimit]}. */
public final class TimeLimitFactory implements WrapperFactory<TimeLimitFactory.Settings> {

    /** The options of the time limit. */
    public record Settings(
            @Setting(value = "after how many steps an episode is truncated", min = 1)
            int maxEpisodeSteps) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new TimeLimit(inner, settings.maxEpisodeSteps());
    }
}
