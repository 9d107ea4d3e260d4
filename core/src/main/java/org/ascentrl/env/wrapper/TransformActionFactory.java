package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [TransformAction]}: {@link TransformAction} of a box by a linear function. */
public final class TransformActionFactory implements WrapperFactory<TransformActionFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting(value = "what the numbers of an action are multiplied with", min = 0, exclusiveMin = true)
            double scale,

            @Setting("what is then added to them") double shift) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return LinearMaps.action(inner, (float) settings.scale(), (float) settings.shift());
    }
}
