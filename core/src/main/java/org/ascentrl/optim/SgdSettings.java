package org.ascentrl.optim;

import org.ascentrl.settings.Setting;

/** Stochastic gradient descent. */
public record SgdSettings(
        @Setting(value = "how much of the last step is kept", min = 0, max = 1)
        double momentum,

        @Setting(value = "the global norm to which gradients are clipped; 0 does not clip", min = 0)
        double clipNorm) {}
