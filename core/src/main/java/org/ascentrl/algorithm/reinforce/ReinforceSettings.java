package org.ascentrl.algorithm.reinforce;

import org.ascentrl.experience.Schedule;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of REINFORCE. The defaults are robust; the presets {@code *-textbook} follow the textbook. */
@WithMethods
public record ReinforceSettings(
        @Setting(value = "γ, the discount factor", min = 0, max = 1)
        double discount,

        @Setting(value = "whole episodes per slot in each update", min = 1)
        int episodesPerSlot,

        @Setting("learning rate, interpolated linearly over training")
        Schedule learningRate,

        @Setting("the baseline subtracted from returns: none, or a learned value function")
        Baseline baseline,

        @Setting(
                "standardize advantages to mean 0 and standard deviation 1: not at all, within each episode (episodes of one step are left alone), or over the batch of an update")
        Standardization standardize,

        @Setting("reduction of the loss over the steps of an update: their mean, or their sum")
        Reduction reduction,

        @Setting("coefficient of the entropy bonus, interpolated linearly over training")
        Schedule entropyCoefficient,

        @Setting("weight step t by γ^t, as the policy gradient theorem does and most implementations do not")
        boolean discountSteps)
        implements ReinforceSettingsBuilder.With {

    public enum Baseline {
        /** No baseline: truncated episodes count as terminated. */
        NONE,
        /** A learned value function, with which the returns of truncated episodes bootstrap. */
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
