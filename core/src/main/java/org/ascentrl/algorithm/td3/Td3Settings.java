package org.ascentrl.algorithm.td3;

import org.ascentrl.actor.ActionNoise;
import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.settings.Setting;

/** TD3. */
public record Td3Settings(
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

        @Setting("step size of the critics' optimizer, linear in the steps taken")
        Schedule criticLearningRate,

        @Setting(value = "gradient steps of the critics for each of the policy and of the target networks", min = 1)
        int policyDelay,

        Smoothing smoothing,

        @Setting(
                value = "τ, how much of the difference the target networks take over at a time",
                min = 0,
                max = 1,
                exclusiveMin = true)
        double tau,

        ReplaySettings replay) {

    public Td3Settings {
        replay.requireRoomFor(warmUp);
    }

    /** Noise on the target policy's actions: similar actions are to have similar values. */
    public record Smoothing(
            @Setting(value = "σ: its deviation, where the bounds of an action are −1 and 1; 0 is none", min = 0)
            double deviation,

            @Setting(value = "c: how far it goes at the most", min = 0)
            double clip) {}
}
