package org.ascentrl.algorithm.sac;

import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of SAC. */
@WithMethods
public record SacSettings(
        @Inline OffPolicySettings offPolicy,

        @Setting("learning rate of the policy, interpolated linearly over training")
        Schedule policyLearningRate,

        @Setting("learning rate of the critics, interpolated linearly over training")
        Schedule criticLearningRate,

        @Setting(value = "τ, the soft update coefficient of the target networks", min = 0, max = 1, exclusiveMin = true)
        double tau,

        TemperatureSettings temperature)
        implements SacSettingsBuilder.With {}
