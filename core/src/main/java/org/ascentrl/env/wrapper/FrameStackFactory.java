package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [FrameStack]}: {@link FrameStack}. */
public final class FrameStackFactory implements WrapperFactory<FrameStackFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting(value = "how many observations are shown", min = 1)
            int stackSize,

            @Setting("what stands for observations before the first: the first, or zeros")
            FrameStack.Padding paddingType) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new FrameStack(inner, settings.stackSize(), settings.paddingType());
    }
}
