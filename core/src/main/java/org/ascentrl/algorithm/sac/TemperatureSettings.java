package org.ascentrl.algorithm.sac;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of the temperature α, the weight of the policy's entropy. */
@WithMethods
public record TemperatureSettings(
        @Setting(value = "initial value of α; stays fixed if α is not learned", min = 0, exclusiveMin = true)
        double initial,

        @Setting("learn α so that the policy's entropy approaches its target")
        boolean learned,

        @Setting("target entropy per action dimension, in nats, where the bounds of an action are −1 and 1")
        double targetEntropyPerDimension,

        @Setting("learning rate of log α, interpolated linearly over training")
        Schedule learningRate)
        implements TemperatureSettingsBuilder.With {}
