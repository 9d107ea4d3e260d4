package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link Pendulum}, named as Gymnasium names them. */
public record PendulumSettings(
        @Setting("acceleration of gravity in m/s²") double g,

        @Setting("range of the initial state") Reset reset) {

    /** Starts with any angle and up to 1 rad/s, as registered. */
    public PendulumSettings(double g) {
        this(g, new Reset(Math.PI, 1));
    }

    /** Gymnasium's options of {@code reset}. */
    public record Reset(
            @Setting(value = "maximum angle from upright, in rad", min = 0)
            double xInit,

            @Setting(value = "maximum angular velocity, in rad/s", min = 0)
            double yInit) {}
}
