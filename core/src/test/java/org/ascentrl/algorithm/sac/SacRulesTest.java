package org.ascentrl.algorithm.sac;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.OffPolicySettings;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.replay.Prioritization;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.ToyTask;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.junit.jupiter.api.Nested;

/** That SAC, in several forms, keeps the rules of algorithms, and learns. */
class SacRulesTest {

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
            ReplaySettings replay =
                    new ReplaySettings(3000, new Prioritization(alpha, new Schedule(0.4, 1), 1e-6), true);
            SacSettings settings = new SacSettings(
                    new OffPolicySettings(0.5, 16, 2, 2, 32, replay),
                    Schedule.constant(0.01),
                    Schedule.constant(0.01),
                    0.05,
                    new TemperatureSettings(0.1, learned, -1, Schedule.constant(0.01)));
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
