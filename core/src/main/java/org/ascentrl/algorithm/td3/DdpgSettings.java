package org.ascentrl.algorithm.td3;

import org.ascentrl.actor.ActionNoise;
import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.settings.Setting;

/** DDPG. */
public record DdpgSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        ActionNoise exploration,

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

        @Setting("step size of the critic's optimizer, linear in the steps taken")
        Schedule criticLearningRate,

        @Setting(
                value = "τ, how much of the difference the target networks take over after each gradient step",
                min = 0,
                max = 1,
                exclusiveMin = true)
        double tau,

        ReplaySettings replay) {

    public DdpgSettings {
        replay.requireRoomFor(warmUp);
    }

    Td3Settings asTd3() {
        return new Td3Settings(
                discount,
                exploration,
                warmUp,
                stepsPerSlot,
                gradientSteps,
                batchSize,
                policyLearningRate,
                criticLearningRate,
                1,
                new Td3Settings.Smoothing(0, 0),
                tau,
                replay);
    }
}
