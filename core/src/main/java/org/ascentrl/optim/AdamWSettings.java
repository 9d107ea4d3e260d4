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
        double clipNorm) {}
