package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link Acrobot}, named as Gymnasium names the attributes of its class. */
public record AcrobotSettings(
        @Setting("equations of motion: those of the book by Sutton and Barto, or those of the paper of 1996 (NIPS)")
        Dynamics bookOrNips,

        @Setting(value = "maximum noise added to the torque, in N·m", min = 0)
        double torqueNoiseMax,

        @Setting(value = "time of a step, in s", min = 0, exclusiveMin = true)
        double dt,

        @Setting("range of the initial state") ResetBounds reset) {

    /** As registered: the book's equations, no noise, 0.2 s, starts within ±0.1. */
    public AcrobotSettings() {
        this(Dynamics.BOOK, 0, 0.2, new ResetBounds(-0.1, 0.1));
    }

    /** Two versions of the equations of motion: the paper's lack one term. */
    public enum Dynamics {
        BOOK,
        NIPS
    }
}
