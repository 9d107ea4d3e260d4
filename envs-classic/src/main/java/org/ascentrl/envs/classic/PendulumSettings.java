package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link Pendulum}, named as Gymnasium names them. */
public record PendulumSettings(
        @Setting("acceleration of gravity in m/s²") double g,

        @Setting("the numbers that episodes start from") Reset reset) {

    /** Starts with any angle and up to 1 rad/s, as registered. */
    public PendulumSettings(double g) {
        this(g, new Reset(Math.PI, 1));
    }

    /** Gymnasium's options of {@code reset}. */
    public record Reset(
            @Setting(value = "the largest angle from upright, in rad", min = 0)
            double xInit,

            @Setting(value = "the largest angular velocity, in rad/s", min = 0)
            double yInit) {}
}
