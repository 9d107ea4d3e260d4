package org.ascentrl.algorithm.sac;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;

/** The weight of the policy's entropy. */
public record TemperatureSettings(
        @Setting(value = "α at the start; always, if it is not learned", min = 0, exclusiveMin = true)
        double initial,

        @Setting("whether α is learned, such that the entropy comes near its target")
        boolean learned,

        @Setting("the entropy to come near, in nats for each number of an action, where −1 and 1 are its bounds")
        double targetEntropy,

        @Setting("step size of the optimizer of log α, linear in the steps taken")
        Schedule learningRate) {}
