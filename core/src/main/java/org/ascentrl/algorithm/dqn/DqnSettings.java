package org.ascentrl.algorithm.dqn;

import org.ascentrl.actor.Exploration;
import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.algorithm.TargetUpdates;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of DQN. */
@WithMethods
public record DqnSettings(
        @Inline OffPolicySettings offPolicy,

        @Setting(value = "n, the number of steps of n-step returns", min = 1)
        int nStep,

        @Setting("use double Q-learning: select with the online network, evaluate with the target network")
        boolean doubleQ,

        @Setting("use a dueling network: sum the state value and the advantage of each action")
        boolean dueling,

        Exploration exploration,

        @Setting("learning rate, interpolated linearly over training")
        Schedule learningRate,

        TargetUpdates target)
        implements DqnSettingsBuilder.With {}
