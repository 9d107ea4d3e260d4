package org.ascentrl.backend.ejml;

import java.util.List;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.algorithm.reinforce.ReinforceSettings;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Baseline;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.tck.AlgorithmTck;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tck.PolicyTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Nested;

/** What core has keeps its rules on this backend too, with either provider of kernels. */
class ContractsTest {

    private abstract static class AdamRules extends OptimizerTck {

        private final KernelProvider kernels;

        AdamRules(KernelProvider kernels) {
            this.kernels = kernels;
        }

        @Override
        protected TensorBackend backend() {
            return new EjmlBackend(kernels);
        }

        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0.5), parameters, tensors);
        }
    }

    private abstract static class PolicyRules extends PolicyTck {

        private static final Mlp SETTINGS = Mlp.tanh(40, 17).normalized().logStd(-0.5);

        private final KernelProvider kernels;
        private final Space actions;

        PolicyRules(KernelProvider kernels, Space actions) {
            this.kernels = kernels;
            this.actions = actions;
        }

        @Override
        protected TensorBackend backend() {
            return new EjmlBackend(kernels);
        }

        @Override
        protected EnvironmentSpec environment() {
            return Rollouts.spec(3, actions);
        }

        @Override
        protected Networks networks(EnvironmentSpec environment, Tensors tensors) {
            return SETTINGS.networks(environment, tensors);
        }
    }

    private abstract static class ReinforceRules extends AlgorithmTck {

        private final KernelProvider kernels;

        ReinforceRules(KernelProvider kernels) {
            this.kernels = kernels;
        }

        @Override
        protected TensorBackend backend() {
            return new EjmlBackend(kernels);
        }

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new Reinforce(
                    new ReinforceSettings(
                            0.5,
                            2,
                            new Schedule(0.03, 0),
                            Baseline.VALUE,
                            Standardization.NONE,
                            Reduction.MEAN,
                            new Schedule(0.01, 0),
                            false),
                    setup);
        }
    }

    @Nested
    class AdamOnVectors extends AdamRules {
        AdamOnVectors() {
            super(KernelProvider.VECTOR);
        }
    }

    @Nested
    class AdamOnEjml extends AdamRules {
        AdamOnEjml() {
            super(KernelProvider.EJML);
        }
    }

    @Nested
    class ChoicesOnVectors extends PolicyRules {
        ChoicesOnVectors() {
            super(KernelProvider.VECTOR, new Discrete(4));
        }
    }

    @Nested
    class ChoicesOnEjml extends PolicyRules {
        ChoicesOnEjml() {
            super(KernelProvider.EJML, new Discrete(4));
        }
    }

    @Nested
    class RealActionsOnVectors extends PolicyRules {
        RealActionsOnVectors() {
            super(KernelProvider.VECTOR, Box.of(-1, 1, 2));
        }
    }

    @Nested
    class RealActionsOnEjml extends PolicyRules {
        RealActionsOnEjml() {
            super(KernelProvider.EJML, Box.of(-1, 1, 2));
        }
    }

    @Nested
    class ReinforceOnVectors extends ReinforceRules {
        ReinforceOnVectors() {
            super(KernelProvider.VECTOR);
        }
    }

    @Nested
    class ReinforceOnEjml extends ReinforceRules {
        ReinforceOnEjml() {
            super(KernelProvider.EJML);
        }
    }
}
