package org.ascentrl.policy.network;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of all networks, independent of the encoder. */
@WithMethods
public record NetworkSettings(
        @Setting(
                "initialization of linear layers: orthogonal (gain √2 in encoders, 0.01 for policies, 1 for values; biases 0)"
                        + " or uniform (PyTorch's default, ±1/√inputs)")
        Initialization initialization,

        @Setting(
                "normalize observations by their running mean and standard deviation; critics of observation and action"
                        + " are not normalized")
        boolean normalizeInput,

        GaussianSettings gaussian)
        implements NetworkSettingsBuilder.With {

    public enum Initialization {
        ORTHOGONAL,
        UNIFORM
    }
}
