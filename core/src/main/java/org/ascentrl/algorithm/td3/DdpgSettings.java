package org.ascentrl.algorithm.td3;

import org.ascentrl.actor.ActionNoise;
import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of DDPG. */
@WithMethods
public record DdpgSettings(
        @Inline OffPolicySettings offPolicy,

        ActionNoise exploration,

        @Setting("learning rate of the policy, interpolated linearly over training")
        Schedule policyLearningRate,

        @Setting("learning rate of the critics, interpolated linearly over training")
        Schedule criticLearningRate,

        @Setting(value = "τ, the soft update coefficient of the target networks", min = 0, max = 1, exclusiveMin = true)
        double tau)
        implements DdpgSettingsBuilder.With {}
