package org.ascentrl.algorithm.dqn;

import org.ascentrl.actor.Exploration;
import org.ascentrl.algorithm.TargetUpdates;
import org.ascentrl.experience.Schedule;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.settings.Setting;

/** DQN. */
public record DqnSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        @Setting(value = "n, the steps whose rewards are summed before a value counts", min = 1)
        int nStep,

        @Setting("whether the network that learns chooses the next action, which the target network values")
        boolean doubleQ,

        @Setting("whether the network sums the value of the state and the advantages of the actions")
        boolean dueling,

        Exploration exploration,

        @Setting(value = "environment steps at random before the first update", min = 0)
        int warmUp,

        @Setting(value = "steps of each slot from update to update", min = 1)
        int stepsPerSlot,

        @Setting(value = "gradient steps of an update", min = 1)
        int gradientSteps,

        @Setting(value = "steps drawn for a gradient step", min = 1)
        int batchSize,

        @Setting("step size of the optimizer, linear in the steps taken")
        Schedule learningRate,

        TargetUpdates target,
        ReplaySettings replay) {

    public DqnSettings {
        replay.requireRoomFor(warmUp);
    }
}
