package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link MountainCar} and {@link MountainCarContinuous}, named as Gymnasium names them. */
public record MountainCarSettings(
        @Setting("minimum velocity at the goal, in position per step")
        double goalVelocity,

        @Setting("range of the initial position") ResetBounds reset) {

    /** Starts between −0.6 and −0.4, as registered. */
    public MountainCarSettings(double goalVelocity) {
        this(goalVelocity, new ResetBounds(-0.6, -0.4));
    }
}
