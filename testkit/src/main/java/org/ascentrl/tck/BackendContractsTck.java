package org.ascentrl.tck;

import java.util.List;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.algorithm.reinforce.ReinforceSettings;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.AdamWSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.optim.RmsProp;
import org.ascentrl.optim.RmsPropSettings;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Nested;

/**
 * The contracts of policies, optimizers and algorithms on a backend: they are tested in core on a reference in
 * double. Extend it, and give {@link #create}.
 */
public abstract class BackendContractsTck {

    /** A new backend of the calling thread; the caller closes it. */
    protected abstract TensorBackend create();

    /** Returns whether rule T21 holds. */
    protected boolean rowsAreIndependent() {
        return true;
    }

    private abstract class OfPolicies extends PolicyTck {

        private final Space actions;

        OfPolicies(Space actions) {
            this.actions = actions;
        }

        @Override
        protected EnvironmentSpec environment() {
            return Rollouts.spec(3, actions);
        }

        @Override
        protected Networks networks(EnvironmentSpec environment, Tensors tensors) {
            Mlp settings = Mlp.tanh(6, 5).normalized().logStd(-0.5);
            return settings.networks(environment, tensors);
        }

        @Override
        protected TensorBackend backend() {
            return create();
        }

        @Override
        protected boolean rowsAreIndependent() {
            return BackendContractsTck.this.rowsAreIndependent();
        }
    }

    @Nested
    class PolicyWithChoices extends OfPolicies {
        PolicyWithChoices() {
            super(new Discrete(4));
        }
    }

    @Nested
    class PolicyWithRealActions extends OfPolicies {
        PolicyWithRealActions() {
            super(Box.of(-1, 1, 2));
        }
    }

    private abstract class OfOptimizers extends OptimizerTck {

        @Override
        protected TensorBackend backend() {
            return create();
        }
    }

    @Nested
    class OptimizerAdamW extends OfOptimizers {
        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Adam(new AdamWSettings(new AdamSettings(0.9, 0.999, 1e-5, 0.5), 0.01), parameters, tensors);
        }
    }

    @Nested
    class OptimizerRmsProp extends OfOptimizers {
        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new RmsProp(new RmsPropSettings(0.99, 1e-5, 0.5), parameters, tensors);
        }
    }

    @Nested
    class OptimizerSgd extends OfOptimizers {
        @Override
        protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
            return new Sgd(new SgdSettings(0.9, 0.5), parameters, tensors);
        }
    }

    @Nested
    class AlgorithmReinforce extends AlgorithmTck {

        @Override
        protected Algorithm algorithm(AlgorithmSetup setup) {
            return new Reinforce(
                    new ReinforceSettings(
                            0.5,
                            2,
                            new Schedule(0.03, 0),
                            ReinforceSettings.Baseline.VALUE,
                            ReinforceSettings.Standardization.BATCH,
                            ReinforceSettings.Reduction.MEAN,
                            new Schedule(0.01, 0),
                            false),
                    setup);
        }

        @Override
        protected TensorBackend backend() {
            return create();
        }
    }
}
