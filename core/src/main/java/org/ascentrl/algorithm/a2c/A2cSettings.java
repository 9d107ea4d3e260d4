package org.ascentrl.algorithm.a2c;

import org.ascentrl.algorithm.Trunk;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;

/** A2C. */
public record A2cSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        @Setting(
                value =
                        "λ of the advantages: 1 looks to the end of the rollout, as n-step returns do, 0 one step ahead",
                min = 0,
                max = 1)
        double gaeLambda,

        @Setting(value = "n: steps of each slot in an update", min = 1)
        int stepsPerSlot,

        @Setting("step size of the optimizer, linear in the steps taken")
        Schedule learningRate,

        @Setting("weight of the entropy bonus, linear in the steps taken")
        Schedule entropy,

        @Setting(value = "weight of the value function's loss", min = 0)
        double valueCoefficient,

        @Setting("whether the advantages of an update are brought to mean 0 and deviation 1")
        boolean normalizeAdvantages,

        @Setting("whether rewards are divided by the deviation of the discounted return")
        boolean scaleRewards,

        @Setting("whether policy and value function have their hidden layers in common")
        Trunk trunk) {}
