package org.ascentrl.policy;

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

        @Setting("whether observations are normalised by running moments")
        boolean normalizeInput,

        @Setting("the initial logarithm of the deviation of Gaussian policies")
        double logStd) {

    public enum Initialization {
        ORTHOGONAL,
        UNIFORM
    }

    MlpSettings withoutNormalizer() {
        return new MlpSettings(hidden, activation, initialization, false, logStd);
    }
}
