package org.ascentrl.optim;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of stochastic gradient descent. */
@WithMethods
public record SgdSettings(
        @Setting(value = "momentum factor", min = 0, max = 1)
        double momentum,

        @Setting(value = "maximum global norm of the gradients; 0 disables clipping", min = 0)
        double clipNorm)
        implements SgdSettingsBuilder.With {}
