package org.ascentrl.algorithm.dqn;

import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of QR-DQN: those of DQN, and the number of quantiles. */
@WithMethods
public record QrDqnSettings(
        @Setting(value = "K, the number of quantiles of the return of each action", min = 1)
        int quantiles,

        @Inline DqnSettings dqn)
        implements QrDqnSettingsBuilder.With {}
