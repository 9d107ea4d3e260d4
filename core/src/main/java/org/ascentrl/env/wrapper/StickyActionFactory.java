package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [StickyAction]}: {@link StickyAction}. */
public final class StickyActionFactory implements WrapperFactory<StickyActionFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting(value = "of a series of repeats, in a step that is not within one; less than 1", min = 0)
            double repeatActionProbability,

            @Setting("how many steps a series has") Duration repeatActionDuration) {}

    /** A range of numbers of steps. */
    public record Duration(
            @Setting(value = "at least", min = 1) int min,

            @Setting(value = "at most", min = 1) int max) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new StickyAction(
                inner,
                settings.repeatActionProbability(),
                settings.repeatActionDuration().min(),
                settings.repeatActionDuration().max());
    }
}
