package org.ascentrl.algorithm.sac;

import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.settings.Setting;

/** SAC. */
public record SacSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        @Setting(value = "environment steps at random before the first update", min = 0)
        int warmUp,

        @Setting(value = "steps of each slot from update to update", min = 1)
        int stepsPerSlot,

        @Setting(value = "gradient steps of an update", min = 1)
        int gradientSteps,

        @Setting(value = "steps drawn for a gradient step", min = 1)
        int batchSize,

        @Setting("step size of the policy's optimizer, linear in the steps taken")
        Schedule policyLearningRate,

        @Setting("step size of the critics' optimizer, linear in the steps taken")
        Schedule criticLearningRate,

        TemperatureSettings temperature,

        @Setting(
                value = "τ, how much of the difference the target networks take over after each gradient step",
                min = 0,
                max = 1,
                exclusiveMin = true)
        double tau,

        ReplaySettings replay) {

    public SacSettings {
        replay.requireRoomFor(warmUp);
    }
}
