package org.ascentrl.algorithm.ppo;

import org.ascentrl.algorithm.Trunk;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;

/** PPO. */
public record PpoSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        @Setting(value = "λ of generalized advantage estimation", min = 0, max = 1)
        double gaeLambda,

        @Setting(value = "steps of each slot in an update", min = 1)
        int stepsPerSlot,

        @Setting(value = "how often an update goes through its rollout", min = 1)
        int epochs,

        @Setting(value = "rows of a gradient step", min = 1) int minibatchSize,

        @Setting("step size of the optimizer, linear in the steps taken")
        Schedule learningRate,

        @Setting("ε: how far from 1 the ratio of new to old probability may gain, linear in the steps taken")
        Schedule clip,

        @Setting("weight of the entropy bonus, linear in the steps taken")
        Schedule entropy,

        @Setting(value = "weight of the value function's loss", min = 0)
        double valueCoefficient,

        @Setting(value = "how far a value may gain by leaving the old one; 0 is without limit", min = 0)
        double valueClip,

        @Setting(
                value = "an update ends when its policy is 1.5 times this far from the old, in nats; 0 is never",
                min = 0)
        double targetKl,

        @Setting("whether the advantages of each minibatch are brought to mean 0 and deviation 1")
        boolean normalizeAdvantages,

        @Setting("whether rewards are divided by the deviation of the discounted return")
        boolean scaleRewards,

        @Setting("whether policy and value function have their hidden layers in common")
        Trunk trunk) {}
