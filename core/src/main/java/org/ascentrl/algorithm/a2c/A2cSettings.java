package org.ascentrl.algorithm.a2c;

import org.ascentrl.algorithm.Trunk;
import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of A2C. */
@WithMethods
public record A2cSettings(
        @Setting(value = "γ, the discount factor", min = 0, max = 1)
        double discount,

        @Setting(
                value = "λ of generalized advantage estimation: 1 gives n-step returns, 0 one-step advantages",
                min = 0,
                max = 1)
        double gaeLambda,

        @Setting(value = "n, the environment steps per slot in each update", min = 1)
        int stepsPerSlot,

        @Setting("learning rate, interpolated linearly over training")
        Schedule learningRate,

        @Setting("coefficient of the entropy bonus, interpolated linearly over training")
        Schedule entropyCoefficient,

        @Setting(value = "coefficient of the value loss", min = 0)
        double valueCoefficient,

        @Setting("standardize the advantages of each update to mean 0 and standard deviation 1")
        boolean normalizeAdvantages,

        @Setting("divide rewards by the standard deviation of the discounted return")
        boolean scaleRewards,

        @Setting("separate networks for policy and value function, or shared hidden layers")
        Trunk trunk)
        implements A2cSettingsBuilder.With {}
