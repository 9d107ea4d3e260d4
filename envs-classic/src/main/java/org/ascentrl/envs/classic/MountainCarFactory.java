package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/**
 * {@code environment = MountainCar-v0}: {@link MountainCar}, truncated after 200 steps and solved at a mean return of
 * −110.
 */
public final class MountainCarFactory extends ClassicFactory<MountainCarSettings> {

    public MountainCarFactory() {
        super(MountainCarSettings.class, "MountainCar-v0", 200, OptionalDouble.of(-110), MountainCar::new);
    }
}
