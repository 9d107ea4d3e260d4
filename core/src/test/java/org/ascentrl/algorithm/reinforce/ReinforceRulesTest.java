package org.ascentrl.algorithm.reinforce;

import java.util.EnumSet;
import java.util.Set;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Baseline;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.experience.Schedule;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Nested;

/** That REINFORCE keeps the rules of algorithms, and learns, in each of its forms. */
class ReinforceRulesTest {

    private abstract static class Rules extends AlgorithmTck {

        private final ReinforceSettings settings;

        Rules(ReinforceSettings settings) {
            this.settings = settings;
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new Reinforce(settings, setup);
        }
    }

    @Nested
    class Sound extends Rules {
        Sound() {
            super(Defaults.of(ReinforceSettings.class)
                    .withDiscount(0.5)
                    .withEpisodesPerSlot(2)
                    .withLearningRate(new Schedule(0.03, 0)));
        }
    }

    @Nested
    class TextBook extends Rules {
        TextBook() {
            super(Defaults.of(ReinforceSettings.class)
                    .withDiscount(0.5)
                    .withLearningRate(Schedule.constant(0.01))
                    .withStandardize(Standardization.EPISODE)
                    .withReduction(Reduction.SUM));
        }
    }

    @Nested
    class WithBaselineAndEntropy extends Rules {
        WithBaselineAndEntropy() {
            super(Defaults.of(ReinforceSettings.class)
                    .withDiscount(0.5)
                    .withEpisodesPerSlot(2)
                    .withLearningRate(new Schedule(0.03, 0))
                    .withBaseline(Baseline.VALUE)
                    .withStandardize(Standardization.NONE)
                    .withEntropyCoefficient(new Schedule(0.01, 0)));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(Defaults.of(ReinforceSettings.class)
                    .withDiscount(0.5)
                    .withEpisodesPerSlot(2)
                    .withLearningRate(new Schedule(0.03, 0))
                    .withBaseline(Baseline.VALUE));
        }

        @Override
        protected Mlp networks() {
            return withStateDependentNoise();
        }

        @Override
        protected Set<ToyTask> tasks() {
            return EnumSet.of(ToyTask.CONTINUOUS_IDENTITY);
        }
    }
}
