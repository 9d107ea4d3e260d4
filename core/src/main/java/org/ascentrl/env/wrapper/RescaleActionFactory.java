package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [RescaleAction]}: {@link RescaleAction}. */
public final class RescaleActionFactory implements WrapperFactory<RescaleActionFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting("lower bound of the actions that it takes")
            double minAction,

            @Setting("upper bound of the actions that it takes")
            double maxAction) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new RescaleAction(inner, (float) settings.minAction(), (float) settings.maxAction());
    }
}
