package org.ascentrl.tck;

import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.reinforce.ReinforceFactory;
import org.ascentrl.algorithm.reinforce.ReinforceSettings;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.AdamWFactory;
import org.ascentrl.optim.AdamWSettings;
import org.ascentrl.optim.OptimizerFactory;
import org.ascentrl.optim.RmsPropFactory;
import org.ascentrl.optim.RmsPropSettings;
import org.ascentrl.optim.SgdFactory;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Nested;

/**
 * That the contracts of policies, optimizers and algorithms hold on a backend: they are tested in core on a reference in
 * double. Extend it, and give {@link #create}.
 */
public abstract class BackendContractsTck {

    /** A new backend of the calling thread; the caller closes it. */
    protected abstract TensorBackend create();

    /** Whether rule T21 holds. */
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

    private abstract class OfOptimizers<C extends Record> extends OptimizerTck<C> {

        private final OptimizerFactory<C> factory;
        private final C settings;

        OfOptimizers(OptimizerFactory<C> factory, C settings) {
            this.factory = factory;
            this.settings = settings;
        }

        @Override
        protected OptimizerFactory<C> factory() {
            return factory;
        }

        @Override
        protected C settings() {
            return settings;
        }

        @Override
        protected TensorBackend backend() {
            return create();
        }
    }

    @Nested
    class OptimizerAdamW extends OfOptimizers<AdamWSettings> {
        OptimizerAdamW() {
            super(new AdamWFactory(), new AdamWSettings(0.9, 0.999, 1e-5, 0.01, 0.5));
        }
    }

    @Nested
    class OptimizerRmsProp extends OfOptimizers<RmsPropSettings> {
        OptimizerRmsProp() {
            super(new RmsPropFactory(), new RmsPropSettings(0.99, 1e-5, 0.5));
        }
    }

    @Nested
    class OptimizerSgd extends OfOptimizers<SgdSettings> {
        OptimizerSgd() {
            super(new SgdFactory(), new SgdSettings(0.9, 0.5));
        }
    }

    @Nested
    class AlgorithmReinforce extends AlgorithmTck<ReinforceSettings> {

        @Override
        protected AlgorithmFactory<ReinforceSettings> factory() {
            return new ReinforceFactory();
        }

        @Override
        protected ReinforceSettings settings() {
            return new ReinforceSettings(
                    0.5,
                    2,
                    new Schedule(0.03, 0),
                    ReinforceSettings.Baseline.VALUE,
                    ReinforceSettings.Standardization.BATCH,
                    ReinforceSettings.Reduction.MEAN,
                    new Schedule(0.01, 0),
                    false);
        }

        @Override
        protected TensorBackend backend() {
            return create();
        }
    }
}
