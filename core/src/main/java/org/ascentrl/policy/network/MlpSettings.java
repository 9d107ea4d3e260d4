package org.ascentrl.policy.network;

import java.util.List;
import org.ascentrl.nn.Activation;
import org.ascentrl.settings.Setting;

/** Multilayer perceptrons. */
public record MlpSettings(
        @Setting(value = "units of each hidden layer", min = 1)
        List<Integer> hidden,

        @Setting("between the layers") Activation activation,

        @Setting(
                "how weights start: orthogonal (gain √2, policy head 0.01, value head 1, biases 0) or uniform (PyTorch's default, ±1/√inputs)")
        Initialization initialization,

        @Setting("whether observations are normalized by running moments")
        boolean normalizeInput,

        @Setting("the initial logarithm of the deviation of Gaussian policies")
        double logStd,

        @Setting(
                "how Gaussian policies explore: with noise of its own in each step, or with noise that is a function of the last hidden layer and stays for some steps (gSDE; log-std is then that of its coefficients)")
        Noise noise,

        @Setting(
                value = "how many steps state-dependent noise stays the same function; 0 is the whole episode",
                min = 0)
        int noiseSteps) {

    /** With independent noise. */
    public MlpSettings(
            List<Integer> hidden,
            Activation activation,
            Initialization initialization,
            boolean normalizeInput,
            double logStd) {
        this(hidden, activation, initialization, normalizeInput, logStd, Noise.INDEPENDENT, 0);
    }

    public enum Initialization {
        ORTHOGONAL,
        UNIFORM
    }

    public enum Noise {
        INDEPENDENT,
        STATE_DEPENDENT
    }

    MlpSettings withoutNormalizer() {
        return new MlpSettings(hidden, activation, initialization, false, logStd, noise, noiseSteps);
    }
}
