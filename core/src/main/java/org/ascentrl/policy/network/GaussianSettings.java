package org.ascentrl.policy.network;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of Gaussian policies, squashed or not. */
@WithMethods
public record GaussianSettings(
        @Setting("initial logarithm of the standard deviation")
        double logStd,

        @Setting(
                "noise of the actions: independent in each step, or state-dependent (gSDE): a function of the encoder's features"
                        + " that stays the same for some steps; log-std is then that of its coefficients")
        Noise noise,

        @Setting(
                value = "steps for which state-dependent noise stays the same function; 0 for the whole episode",
                min = 0)
        int noiseSteps)
        implements GaussianSettingsBuilder.With {

    public enum Noise {
        INDEPENDENT,
        STATE_DEPENDENT
    }

    /** Returns settings with independent noise. */
    public static GaussianSettings independent(double logStd) {
        return new GaussianSettings(logStd, Noise.INDEPENDENT, 0);
    }
}
