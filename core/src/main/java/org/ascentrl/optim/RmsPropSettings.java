package org.ascentrl.optim;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of RMSProp. */
@WithMethods
public record RmsPropSettings(
        @Setting(value = "decay rate of the mean square", min = 0, max = 1)
        double decay,

        @Setting(value = "ε, added to the square root of the mean square", min = 0, exclusiveMin = true)
        double epsilon,

        @Setting(value = "maximum global norm of the gradients; 0 disables clipping", min = 0)
        double clipNorm)
        implements RmsPropSettingsBuilder.With {}
