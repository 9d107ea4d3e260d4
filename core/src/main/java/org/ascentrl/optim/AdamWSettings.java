package org.ascentrl.optim;

import org.ascentrl.settings.Setting;

/** Adam with decoupled weight decay. */
public record AdamWSettings(
        @Setting(value = "decay of the first moment", min = 0, max = 1)
        double beta1,

        @Setting(value = "decay of the second moment", min = 0, max = 1)
        double beta2,

        @Setting(value = "added to the root of the second moment", min = 0, exclusiveMin = true)
        double epsilon,

        @Setting(value = "the share of each weight, times the learning rate, that a step removes", min = 0)
        double weightDecay,

        @Setting(value = "the global norm to which gradients are clipped; 0 does not clip", min = 0)
        double clipNorm) {

    /** @throws IllegalArgumentException if a moment would never take a gradient in */
    public AdamWSettings {
        checkDecays(beta1, beta2);
    }

    static void checkDecays(double beta1, double beta2) {
        if (beta1 >= 1 || beta2 >= 1) {
            throw new IllegalArgumentException("beta1 and beta2 must be below 1, not " + beta1 + " and " + beta2
                    + ": a moment that decays by 1 takes no gradient in");
        }
    }
}
