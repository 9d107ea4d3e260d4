package org.ascentrl.optim;

import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Adam with decoupled weight decay. */
@WithMethods
public record AdamWSettings(
        @Inline AdamSettings adam,

        @Setting(value = "fraction of each weight, times the learning rate, that a step removes", min = 0)
        double weightDecay)
        implements AdamWSettingsBuilder.With {}
