package org.ascentrl.optim;

import org.ascentrl.settings.Setting;

/** Adam as in the paper. */
public record AdamSettings(
        @Setting(value = "decay of the first moment", min = 0, max = 1)
        double beta1,

        @Setting(value = "decay of the second moment", min = 0, max = 1)
        double beta2,

        @Setting(value = "added to the root of the second moment", min = 0, exclusiveMin = true)
        double epsilon,

        @Setting(value = "the global norm to which gradients are clipped; 0 does not clip", min = 0)
        double clipNorm) {

    /** @throws IllegalArgumentException if a moment would never take a gradient in */
    public AdamSettings {
        AdamWSettings.checkDecays(beta1, beta2);
    }
}
