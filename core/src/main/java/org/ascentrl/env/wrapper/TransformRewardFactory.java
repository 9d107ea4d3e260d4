package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [TransformReward]}: {@link TransformReward} by a linear function. */
public final class TransformRewardFactory implements WrapperFactory<TransformRewardFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting("what rewards are multiplied with") double scale,

            @Setting("what is then added to them") double shift) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new TransformReward(inner, reward -> settings.scale() * reward + settings.shift());
    }
}
