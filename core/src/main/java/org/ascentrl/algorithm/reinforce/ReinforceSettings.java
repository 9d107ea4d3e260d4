package org.ascentrl.algorithm.reinforce;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;

/** REINFORCE. The defaults are the sound form; the presets {@code *-textbook} are the text-book's. */
public record ReinforceSettings(
        @Setting(value = "γ, the discount of later rewards", min = 0, max = 1)
        double discount,

        @Setting(value = "whole episodes of each slot in an update", min = 1)
        int episodesPerSlot,

        @Setting("step size of the optimizer, linear in the steps taken")
        Schedule learningRate,

        @Setting("what is subtracted from the returns: nothing, or a value function that learns beside the policy")
        Baseline baseline,

        @Setting(
                "over what returns are brought to mean 0 and deviation 1: nothing, each episode by itself (a one-step episode stays as it is), or all episodes of an update")
        Standardization standardize,

        @Setting(
                "how the steps of an update make one loss: their mean, or their sum, whose size grows with the episodes")
        Reduction reduction,

        @Setting("weight of the entropy bonus, linear in the steps taken")
        Schedule entropy,

        @Setting("whether step t is weighted by γ^t, as the theorem has it and practice drops it")
        boolean discountSteps) {

    public enum Baseline {
        /** Truncated episodes count as terminated: there is nothing to estimate the rest with. */
        NONE,
        /** Returns of truncated episodes go on with the value of their final observation. */
        VALUE
    }

    public enum Standardization {
        NONE,
        EPISODE,
        BATCH
    }

    public enum Reduction {
        MEAN,
        SUM
    }
}
