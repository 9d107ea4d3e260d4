package org.ascentrl.algorithm.ppo;

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

/** That PPO keeps the rules of algorithms, and learns. */
class PpoRulesTest {

    private abstract static class Rules extends AlgorithmTck {

        private final PpoSettings settings;

        Rules(PpoSettings settings) {
            this.settings = settings;
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new Ppo(settings, setup);
        }
    }

    @Nested
    class WithNetworksOfTheirOwn extends Rules {
        WithNetworksOfTheirOwn() {
            super(Defaults.of(PpoSettings.class)
                    .withDiscount(0.5)
                    .withGaeLambda(0.9)
                    .withStepsPerSlot(16)
                    .withMinibatchSize(24)
                    .withLearningRate(new Schedule(0.02, 0)));
        }
    }

    @Nested
    class WithASharedTrunkAndAllOptions extends Rules {
        WithASharedTrunkAndAllOptions() {
            super(Defaults.of(PpoSettings.class)
                    .withDiscount(0.5)
                    .withGaeLambda(0.9)
                    .withStepsPerSlot(16)
                    .withMinibatchSize(32)
                    .withLearningRate(new Schedule(0.02, 0))
                    .withClipRange(new Schedule(0.3, 0.1))
                    .withEntropyCoefficient(Schedule.constant(0.001))
                    .withValueClipRange(10)
                    .withTargetKl(0.05)
                    .withScaleRewards(true)
                    .withTrunk(Trunk.SHARED));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(Defaults.of(PpoSettings.class)
                    .withDiscount(0.5)
                    .withGaeLambda(0.9)
                    .withStepsPerSlot(16)
                    .withMinibatchSize(24)
                    .withLearningRate(new Schedule(0.02, 0))
                    .withTrunk(Trunk.SHARED));
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
