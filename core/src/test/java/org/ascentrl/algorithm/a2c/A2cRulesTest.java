package org.ascentrl.algorithm.a2c;

import java.util.EnumSet;
import java.util.Set;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Trunk;
import org.ascentrl.experience.Schedule;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Nested;

/** That A2C keeps the rules of algorithms, and learns. */
class A2cRulesTest {

    private abstract static class Rules extends AlgorithmTck {

        private final A2cSettings settings;

        Rules(A2cSettings settings) {
            this.settings = settings;
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new A2c(settings, setup);
        }
    }

    @Nested
    class WithNetworksOfTheirOwn extends Rules {
        WithNetworksOfTheirOwn() {
            super(Defaults.of(A2cSettings.class)
                    .withDiscount(0.5)
                    .withLearningRate(new Schedule(0.02, 0))
                    .withNormalizeAdvantages(true));
        }
    }

    @Nested
    class WithASharedTrunkAndScaledRewards extends Rules {
        WithASharedTrunkAndScaledRewards() {
            super(Defaults.of(A2cSettings.class)
                    .withDiscount(0.5)
                    .withGaeLambda(0.9)
                    .withLearningRate(new Schedule(0.02, 0))
                    .withEntropyCoefficient(Schedule.constant(0.001))
                    .withNormalizeAdvantages(true)
                    .withScaleRewards(true)
                    .withTrunk(Trunk.SHARED));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(Defaults.of(A2cSettings.class)
                    .withDiscount(0.5)
                    .withLearningRate(new Schedule(0.02, 0))
                    .withNormalizeAdvantages(true));
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
