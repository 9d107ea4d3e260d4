package org.ascentrl.optim;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of Adam. */
@WithMethods
public record AdamSettings(
        @Setting(value = "decay rate of the first moment", min = 0, max = 1)
        double beta1,

        @Setting(value = "decay rate of the second moment", min = 0, max = 1)
        double beta2,

        @Setting(value = "ε, added to the square root of the second moment", min = 0, exclusiveMin = true)
        double epsilon,

        @Setting(value = "maximum global norm of the gradients; 0 disables clipping", min = 0)
        double clipNorm)
        implements AdamSettingsBuilder.With {

    /** @throws IllegalArgumentException if a decay rate is 1 */
    public AdamSettings {
        if (beta1 >= 1 || beta2 >= 1) {
            throw new IllegalArgumentException("beta1 and beta2 must be below 1, not " + beta1 + " and " + beta2
                    + ": a moment that decays by 1 takes no gradient in");
        }
    }
}
