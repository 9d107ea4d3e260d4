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
            super(new PpoSettings(
                    0.5,
                    0.9,
                    16,
                    4,
                    24,
                    new Schedule(0.02, 0),
                    Schedule.constant(0.2),
                    Schedule.constant(0),
                    0.5,
                    0,
                    0,
                    true,
                    false,
                    Trunk.SEPARATE));
        }
    }

    @Nested
    class WithASharedTrunkAndAllOptions extends Rules {
        WithASharedTrunkAndAllOptions() {
            super(new PpoSettings(
                    0.5,
                    0.9,
                    16,
                    4,
                    32,
                    new Schedule(0.02, 0),
                    new Schedule(0.3, 0.1),
                    Schedule.constant(0.001),
                    0.5,
                    10,
                    0.05,
                    true,
                    true,
                    Trunk.SHARED));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(new PpoSettings(
                    0.5,
                    0.9,
                    16,
                    4,
                    24,
                    new Schedule(0.02, 0),
                    Schedule.constant(0.2),
                    Schedule.constant(0),
                    0.5,
                    0,
                    0,
                    true,
                    false,
                    Trunk.SHARED));
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
