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
            super(new A2cSettings(
                    0.5, 1, 5, new Schedule(0.02, 0), Schedule.constant(0), 0.5, true, false, Trunk.SEPARATE));
        }
    }

    @Nested
    class WithASharedTrunkAndScaledRewards extends Rules {
        WithASharedTrunkAndScaledRewards() {
            super(new A2cSettings(
                    0.5, 0.9, 5, new Schedule(0.02, 0), Schedule.constant(0.001), 0.5, true, true, Trunk.SHARED));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(new A2cSettings(
                    0.5, 1, 5, new Schedule(0.02, 0), Schedule.constant(0), 0.5, true, false, Trunk.SEPARATE));
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
