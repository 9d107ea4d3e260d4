package org.ascentrl.algorithm.reinforce;

import org.ascentrl.algorithm.reinforce.ReinforceSettings.Baseline;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.experience.Schedule;
import org.ascentrl.wiring.Defaults;

/** Settings to start from: the plain estimate, γ = ½, rate ⅛. */
final class Form {
    private Baseline baseline = Baseline.NONE;
    private Standardization standardize = Standardization.NONE;
    private Reduction reduction = Reduction.MEAN;
    private Schedule learningRate = Schedule.constant(0.125);
    private Schedule entropy = Schedule.constant(0);
    private boolean discountSteps;

    Form baseline() {
        baseline = Baseline.VALUE;
        return this;
    }

    Form standardize(Standardization over) {
        standardize = over;
        return this;
    }

    Form sum() {
        reduction = Reduction.SUM;
        return this;
    }

    Form learningRate(double from, double to) {
        learningRate = new Schedule(from, to);
        return this;
    }

    Form entropy(double from, double to) {
        entropy = new Schedule(from, to);
        return this;
    }

    Form discountSteps() {
        discountSteps = true;
        return this;
    }

    ReinforceSettings settings() {
        return Defaults.of(ReinforceSettings.class)
                .withDiscount(0.5)
                .withEpisodesPerSlot(3)
                .withLearningRate(learningRate)
                .withBaseline(baseline)
                .withStandardize(standardize)
                .withReduction(reduction)
                .withEntropyCoefficient(entropy)
                .withDiscountSteps(discountSteps);
    }
}
