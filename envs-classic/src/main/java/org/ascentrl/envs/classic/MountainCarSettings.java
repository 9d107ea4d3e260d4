package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link MountainCar} and {@link MountainCarContinuous}, named as Gymnasium names them. */
public record MountainCarSettings(
        @Setting("the least velocity with which the goal counts as reached")
        double goalVelocity,

        @Setting("the numbers that episodes start from") ResetBounds reset) {

    /** Starts between −0.6 and −0.4, as registered. */
    public MountainCarSettings(double goalVelocity) {
        this(goalVelocity, new ResetBounds(-0.6, -0.4));
    }
}
