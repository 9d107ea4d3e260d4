package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/**
 * {@code environment = MountainCarContinuous-v0}: {@link MountainCarContinuous}, truncated after 999 steps and solved at
 * a mean return of 90.
 */
public final class MountainCarContinuousFactory extends ClassicFactory<MountainCarSettings> {

    public MountainCarContinuousFactory() {
        super(
                MountainCarSettings.class,
                "MountainCarContinuous-v0",
                999,
                OptionalDouble.of(90),
                MountainCarContinuous::new);
    }
}
