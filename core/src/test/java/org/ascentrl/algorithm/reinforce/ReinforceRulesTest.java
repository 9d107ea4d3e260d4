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
            super(new ReinforceSettings(
                    0.5,
                    2,
                    new Schedule(0.03, 0),
                    Baseline.NONE,
                    Standardization.BATCH,
                    Reduction.MEAN,
                    Schedule.constant(0),
                    false));
        }
    }

    @Nested
    class TextBook extends Rules {
        TextBook() {
            super(new ReinforceSettings(
                    0.5,
                    1,
                    Schedule.constant(0.01),
                    Baseline.NONE,
                    Standardization.EPISODE,
                    Reduction.SUM,
                    Schedule.constant(0),
                    false));
        }
    }

    @Nested
    class WithBaselineAndEntropy extends Rules {
        WithBaselineAndEntropy() {
            super(new ReinforceSettings(
                    0.5,
                    2,
                    new Schedule(0.03, 0),
                    Baseline.VALUE,
                    Standardization.NONE,
                    Reduction.MEAN,
                    new Schedule(0.01, 0),
                    false));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(new ReinforceSettings(
                    0.5,
                    2,
                    new Schedule(0.03, 0),
                    Baseline.VALUE,
                    Standardization.BATCH,
                    Reduction.MEAN,
                    Schedule.constant(0),
                    false));
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
