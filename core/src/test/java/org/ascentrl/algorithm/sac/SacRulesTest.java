package org.ascentrl.algorithm.sac;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Nested;

/** That SAC, in several forms, keeps the rules of algorithms, and learns. */
class SacRulesTest {

    private static final SacSettings DEFAULTS = Defaults.of(SacSettings.class);

    private abstract static class Rules extends AlgorithmTck {

        private final GaussianSettings.Noise noise;
        private final boolean learned;
        private final double alpha;

        Rules(GaussianSettings.Noise noise, boolean learned, double alpha) {
            this.noise = noise;
            this.learned = learned;
            this.alpha = alpha;
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            ReplaySettings replay = DEFAULTS.offPolicy()
                    .replay()
                    .withCapacity(3000)
                    .withPrioritization(
                            DEFAULTS.offPolicy().replay().prioritization().withAlpha(alpha));
            SacSettings settings = DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                            .withDiscount(0.5)
                            .withWarmUp(16)
                            .withStepsPerSlot(2)
                            .withGradientSteps(2)
                            .withBatchSize(32)
                            .withReplay(replay))
                    .withPolicyLearningRate(Schedule.constant(0.01))
                    .withCriticLearningRate(Schedule.constant(0.01))
                    .withTau(0.05)
                    .withTemperature(DEFAULTS.temperature()
                            .withInitial(0.1)
                            .withLearned(learned)
                            .withLearningRate(Schedule.constant(0.01)));
            return new Sac(settings, setup);
        }

        @Override
        protected Set<ToyTask> tasks() {
            return EnumSet.of(ToyTask.CONTINUOUS_IDENTITY);
        }

        @Override
        protected long steps(ToyTask task) {
            return 4000;
        }

        @Override
        protected Mlp networks() {
            return Mlp.relu(16).uniform().normalized(learned).gaussian(new GaussianSettings(0, noise, 4));
        }

        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Adam(new AdamSettings(0.9, 0.999, 1e-8, 0), parameters, tensors);
        }
    }

    @Nested
    class Plain extends Rules {
        Plain() {
            super(GaussianSettings.Noise.INDEPENDENT, true, 0);
        }
    }

    @Nested
    class WithStateDependentNoiseAFixedTemperatureAndPriorities extends Rules {
        WithStateDependentNoiseAFixedTemperatureAndPriorities() {
            super(GaussianSettings.Noise.STATE_DEPENDENT, false, 0.6);
        }
    }
}
