package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link Acrobot}, named as Gymnasium names the attributes of its class. */
public record AcrobotSettings(
        @Setting("the equations of motion: as in the book of Sutton and Barto, or as in the paper of 1996")
        Dynamics bookOrNips,

        @Setting(value = "the largest noise that is added to the torque, in N·m", min = 0)
        double torqueNoiseMax,

        @Setting(value = "time of a step, in s", min = 0, exclusiveMin = true)
        double dt,

        @Setting("the numbers that episodes start from") ResetBounds reset) {

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
