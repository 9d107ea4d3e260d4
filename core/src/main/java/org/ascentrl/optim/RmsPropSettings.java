package org.ascentrl.optim;

import org.ascentrl.settings.Setting;

/** RMSProp. */
public record RmsPropSettings(
        @Setting(value = "decay of the mean square", min = 0, max = 1)
        double decay,

        @Setting(value = "added to the root of the mean square", min = 0, exclusiveMin = true)
        double epsilon,

        @Setting(value = "the global norm to which gradients are clipped; 0 does not clip", min = 0)
        double clipNorm) {}
