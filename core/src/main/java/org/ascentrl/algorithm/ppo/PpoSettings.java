package org.ascentrl.algorithm.ppo;

import org.ascentrl.algorithm.Trunk;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of PPO. */
@WithMethods
public record PpoSettings(
        @Setting(value = "γ, the discount factor", min = 0, max = 1)
        double discount,

        @Setting(value = "λ of generalized advantage estimation", min = 0, max = 1)
        double gaeLambda,

        @Setting(value = "environment steps per slot in each update", min = 1)
        int stepsPerSlot,

        @Setting(value = "passes over the rollout in each update", min = 1)
        int epochs,

        @Setting(value = "steps in each minibatch", min = 1) int minibatchSize,

        @Setting("learning rate, interpolated linearly over training")
        Schedule learningRate,

        @Setting("clip range ε of the probability ratio, interpolated linearly over training")
        Schedule clipRange,

        @Setting("coefficient of the entropy bonus, interpolated linearly over training")
        Schedule entropyCoefficient,

        @Setting(value = "coefficient of the value loss", min = 0)
        double valueCoefficient,

        @Setting(value = "clip range of the value function; 0 disables clipping", min = 0)
        double valueClipRange,

        @Setting(
                value =
                        "stop an update early at 1.5 times this approximate KL divergence, in nats; 0 never stops early",
                min = 0)
        double targetKl,

        @Setting("standardize the advantages of each minibatch to mean 0 and standard deviation 1")
        boolean normalizeAdvantages,

        @Setting("divide rewards by the standard deviation of the discounted return")
        boolean scaleRewards,

        @Setting("separate networks for policy and value function, or shared hidden layers")
        Trunk trunk)
        implements PpoSettingsBuilder.With {}
