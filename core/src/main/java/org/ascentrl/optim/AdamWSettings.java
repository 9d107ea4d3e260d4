package org.ascentrl.optim;

import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of Adam with decoupled weight decay. */
@WithMethods
public record AdamWSettings(
        @Inline AdamSettings adam,

        @Setting(value = "weight decay coefficient λ: each step multiplies weights by 1 − λ · learning rate", min = 0)
        double weightDecay)
        implements AdamWSettingsBuilder.With {}
