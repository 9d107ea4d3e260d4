package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;

/** {@code wrappers = [ClipAction]}: {@link ClipAction}. */
public final class ClipActionFactory implements WrapperFactory<ClipActionFactory.Settings> {

    /** There are no options. */
    public record Settings() {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new ClipAction(inner);
    }
}
