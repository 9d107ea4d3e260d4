package org.ascentrl.env.wrapper;

import java.util.Optional;
import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [ClipReward]}: {@link ClipReward}. */
public final class ClipRewardFactory implements WrapperFactory<ClipRewardFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting("the lowest reward; none unless set") Optional<Double> minReward,

            @Setting("the highest reward; none unless set") Optional<Double> maxReward) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new ClipReward(
                inner,
                settings.minReward().orElse(Double.NEGATIVE_INFINITY),
                settings.maxReward().orElse(Double.POSITIVE_INFINITY));
    }
}
