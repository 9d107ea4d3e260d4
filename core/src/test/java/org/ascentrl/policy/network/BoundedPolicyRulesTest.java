package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.nn.Activation;
import org.ascentrl.policy.Networks;
import org.ascentrl.policy.Policy;
import org.ascentrl.tck.PolicyTck;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Nested;

/** That bounded policies keep the rules of policies. */
class BoundedPolicyRulesTest {

    private abstract static class Rules extends PolicyTck {

        private final boolean normalizeInput;
        private final MlpSettings.Noise noise;

        Rules(boolean normalizeInput, MlpSettings.Noise noise) {
            this.normalizeInput = normalizeInput;
            this.noise = noise;
        }

        @Override
        protected EnvironmentSpec environment() {
            return Rollouts.spec(3, Box.of(new float[] {-2, 0}, new float[] {2, 10}));
        }

        @Override
        protected Networks networks(EnvironmentSpec environment, Tensors tensors) {
            MlpSettings settings = new MlpSettings(
                    List.of(8), Activation.TANH, MlpSettings.Initialization.ORTHOGONAL, normalizeInput, -1, noise, 3);
            return new MlpFactory().create(settings, environment, tensors);
        }

        @Override
        protected Policy policy(Networks networks, RandomGenerator init) {
            return networks.boundedPolicy(init);
        }

        /** tanh moves the greatest density towards the bounds. */
        @Override
        protected boolean modesAreMostProbable() {
            return false;
        }
    }

    @Nested
    class WithIndependentNoise extends Rules {
        WithIndependentNoise() {
            super(false, MlpSettings.Noise.INDEPENDENT);
        }
    }

    @Nested
    class WithStateDependentNoiseNormalized extends Rules {
        WithStateDependentNoiseNormalized() {
            super(true, MlpSettings.Noise.STATE_DEPENDENT);
        }
    }
}
