package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** {@code wrappers = [TimeAwareObservation]}: {@link TimeAwareObservation}. */
public final class TimeAwareObservationFactory implements WrapperFactory<TimeAwareObservationFactory.Settings> {

    /** The options. */
    public record Settings(
            @Setting("whether the time is shown as a share of the step limit, instead of as a number of steps")
            boolean normalizeTime) {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Environment wrap(Settings settings, Environment inner) {
        return new TimeAwareObservation(inner, settings.normalizeTime());
    }
}
