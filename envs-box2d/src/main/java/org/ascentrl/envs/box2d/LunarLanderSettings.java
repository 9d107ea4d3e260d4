package org.ascentrl.envs.box2d;

import org.ascentrl.settings.Setting;

/** The options of {@link LunarLander}, named as Gymnasium names them. */
public record LunarLanderSettings(
        @Setting("use two continuous throttles as the action, instead of a choice of four")
        boolean continuous,

        @Setting("acceleration of gravity in m/s², between −12 and 0")
        double gravity,

        @Setting("enable wind, which pushes and turns the lander until a leg touches the ground")
        boolean enableWind,

        @Setting("maximum force of the wind, in N; 0 to 20 is recommended")
        double windPower,

        @Setting("maximum torque of the wind, in N·m; 0 to 2 is recommended")
        double turbulencePower) {

    /** @throws IllegalArgumentException if gravity is not between −12 and 0 */
    public LunarLanderSettings {
        if (!(gravity > -12 && gravity < 0)) {
            throw new IllegalArgumentException(
                    "gravity = " + gravity + " must be greater than -12 and less than 0, in m/s²");
        }
    }

    /** As registered: gravity of −10 m/s², no wind. */
    public LunarLanderSettings(boolean continuous) {
        this(continuous, -10, false, 15, 1.5);
    }
}
