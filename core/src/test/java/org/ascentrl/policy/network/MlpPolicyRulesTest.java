package org.ascentrl.policy.network;

import static org.ascentrl.policy.network.MlpSettings.Initialization.ORTHOGONAL;
import static org.ascentrl.policy.network.MlpSettings.Initialization.UNIFORM;

import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.nn.Activation;
import org.ascentrl.policy.Networks;
import org.ascentrl.tck.PolicyTck;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Nested;

/** That {@link MlpPolicy} keeps the rules of policies, with each head, normalized and not. */
class MlpPolicyRulesTest {

    private static final MlpSettings PLAIN = new MlpSettings(List.of(5, 4), Activation.TANH, ORTHOGONAL, false, 0);
    private static final MlpSettings NORMALIZED = new MlpSettings(List.of(6), Activation.TANH, UNIFORM, true, -0.5);

    private static final MlpSettings STATE_DEPENDENT = new MlpSettings(
            List.of(5, 4), Activation.TANH, ORTHOGONAL, true, -0.5, MlpSettings.Noise.STATE_DEPENDENT, 4);

    private abstract static class Rules extends PolicyTck {

        private final MlpSettings settings;
        private final Space actions;

        Rules(MlpSettings settings, Space actions) {
            this.settings = settings;
            this.actions = actions;
        }

        @Override
        protected EnvironmentSpec environment() {
            return Rollouts.spec(3, actions);
        }

        @Override
        protected Networks networks(EnvironmentSpec environment, Tensors tensors) {
            return new MlpFactory().create(settings, environment, tensors);
        }
    }

    @Nested
    class WithChoices extends Rules {
        WithChoices() {
            super(PLAIN, new Discrete(4));
        }
    }

    @Nested
    class WithChoicesFromMinusTwoNormalized extends Rules {
        WithChoicesFromMinusTwoNormalized() {
            super(NORMALIZED, new Discrete(3, -2));
        }
    }

    @Nested
    class WithSeveralChoices extends Rules {
        WithSeveralChoices() {
            super(PLAIN, MultiDiscrete.of(new int[] {3, 2}, new int[] {0, 4}));
        }
    }

    @Nested
    class WithBits extends Rules {
        WithBits() {
            super(NORMALIZED, new MultiBinary(3));
        }
    }

    @Nested
    class WithRealActions extends Rules {
        WithRealActions() {
            super(PLAIN, Box.of(-1, 1, 2));
        }
    }

    @Nested
    class WithRealActionsNormalized extends Rules {
        WithRealActionsNormalized() {
            super(NORMALIZED, Box.of(-1, 1, 1));
        }
    }

    @Nested
    class WithStateDependentNoise extends Rules {
        WithStateDependentNoise() {
            super(STATE_DEPENDENT, Box.of(-1, 1, 2));
        }
    }
}
