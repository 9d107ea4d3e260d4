package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Critic;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.policy.network.Features;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.policy.network.NetworkSettings;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The contract of an {@link Encoder}: the rules N01 to N03 of {@code core/SPI.md}, and those of policies with every head on
 * its features. Extend it, and give {@link #encoder}. Choose settings that make it small, and smooth where it can be.
 */
public abstract class EncoderTck {

    private static final int ROWS = 5;
    private static final Box CONTINUOUS = Box.of(new float[] {-2, 0}, new float[] {2, 10});

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    protected abstract Encoder encoder(EncoderSetup setup);

    /** The space of the observations. */
    protected Space observations() {
        return Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 3);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    private Networks networks(Space actions) {
        return networks(settings(false, GaussianSettings.independent(-0.5)), actions, tensors);
    }

    private Networks networks(NetworkSettings settings, Space actions, Tensors on) {
        return new Networks(this::encoder, settings, Rollouts.spec(observations(), actions), on);
    }

    private static NetworkSettings settings(boolean normalizeInput, GaussianSettings gaussian) {
        return new NetworkSettings(NetworkSettings.Initialization.UNIFORM, normalizeInput, gaussian);
    }

    private Observations rows() {
        int features = observations().flatSize();
        return Observations.of(
                observations(), Input.random(1, Shape.of(ROWS, features)).values());
    }

    private Tensor actions() {
        return tensors.of(Input.random(2, Shape.of(ROWS, 2)).values(), ROWS, 2);
    }

    private static RandomGenerator init() {
        return new NumpyGenerator(1);
    }

    @Test
    @DisplayName("N01 features are as many as the width says, finite, for one row and for several")
    void n01Features() {
        Features features = networks(CONTINUOUS).features(init());
        Tensor all = features.of(rows());
        assertThat(all.shape()).as("N01").isEqualTo(Shape.of(ROWS, features.width()));
        for (float x : all.toFloats()) {
            assertThat(x).as("N01").isFinite();
        }
        Tensor one = features.of(rows().rows(0));
        assertThat(one.shape()).as("N01").isEqualTo(Shape.of(1, features.width()));
    }

    @Test
    @DisplayName("N02 in every role each parameter has a name of its own, and the gradient of finite differences")
    void n02Roles() {
        ValueFunction value = networks(CONTINUOUS).value(init());
        check(value, () -> value.values(rows()));

        DeterministicPolicy mu = networks(CONTINUOUS).deterministicPolicy(init());
        check(mu, () -> mu.actions(rows()));

        Critic q = networks(CONTINUOUS).critic(init());
        check(q, () -> q.values(rows(), actions()));

        ActorCritic both = networks(new Discrete(3)).sharedActorCritic(init());
        check(both, () -> {
            ActorCritic.Output out = both.apply(rows(), Masks.ALL);
            return out.values().add(out.policy().entropy());
        });
        for (boolean noisy : new boolean[] {false, true}) {
            ActionValues values = networks(new Discrete(3)).actionValues(new ActionValues.Form(2, true, noisy), init());
            check(values, () -> values.quantiles(rows(), RowRandom.shared(new NumpyGenerator(3))));
        }
    }

    private static void check(Model model, Supplier<Tensor> outputs) {
        List<Parameter> parameters = model.parameters();
        assertThat(parameters.stream().map(Parameter::name)).as("N02").doesNotHaveDuplicates();
        Supplier<Tensor> loss = () -> outputs.get().square().mean();
        GradientChecker.check(1, parameters, loss);
        Gradients gradients = loss.get().gradients(parameters);
        for (Parameter p : parameters) {
            assertThat(gradients.norm(List.of(p))).as("N02 %s", p).isPositive();
        }
    }

    @Test
    @DisplayName("N03 a critic's value depends on the action")
    void n03Actions() {
        Critic q = networks(CONTINUOUS).critic(init());
        Tensor moved = actions().add(0.5f);
        assertThat(q.values(rows(), moved).toFloats())
                .as("N03")
                .isNotEqualTo(q.values(rows(), actions()).toFloats());
    }

    private abstract class OfPolicies extends PolicyTck {

        private final NetworkSettings settings;
        private final Space actions;

        OfPolicies(NetworkSettings settings, Space actions) {
            this.settings = settings;
            this.actions = actions;
        }

        @Override
        protected EnvironmentSpec environment() {
            return Rollouts.spec(observations(), actions);
        }

        @Override
        protected Networks networks(EnvironmentSpec environment, Tensors on) {
            return EncoderTck.this.networks(settings, actions, on);
        }
    }

    @Nested
    class CategoricalPolicy extends OfPolicies {
        CategoricalPolicy() {
            super(settings(false, GaussianSettings.independent(0)), new Discrete(4));
        }
    }

    @Nested
    class CategoricalPolicyNormalized extends OfPolicies {
        CategoricalPolicyNormalized() {
            super(settings(true, GaussianSettings.independent(0)), new Discrete(3, -2));
        }
    }

    @Nested
    class MultiCategoricalPolicy extends OfPolicies {
        MultiCategoricalPolicy() {
            super(settings(false, GaussianSettings.independent(0)), MultiDiscrete.of(new int[] {3, 2}, new int[] {0, 4
            }));
        }
    }

    @Nested
    class BitPolicy extends OfPolicies {
        BitPolicy() {
            super(settings(true, GaussianSettings.independent(0)), new MultiBinary(3));
        }
    }

    @Nested
    class GaussianPolicy extends OfPolicies {
        GaussianPolicy() {
            super(settings(true, GaussianSettings.independent(-0.5)), CONTINUOUS);
        }
    }

    @Nested
    class StateDependentGaussianPolicy extends OfPolicies {
        StateDependentGaussianPolicy() {
            super(settings(true, STATE_DEPENDENT), CONTINUOUS);
        }
    }

    private abstract class Squashed extends OfPolicies {

        Squashed(NetworkSettings settings) {
            super(settings, CONTINUOUS);
        }

        @Override
        protected Policy policy(Networks networks, RandomGenerator init) {
            return networks.squashedGaussianPolicy(init);
        }

        /** tanh moves the greatest density towards the bounds. */
        @Override
        protected boolean modesAreMostProbable() {
            return false;
        }
    }

    @Nested
    class SquashedGaussianPolicy extends Squashed {
        SquashedGaussianPolicy() {
            super(settings(false, GaussianSettings.independent(-1)));
        }
    }

    @Nested
    class StateDependentSquashedGaussianPolicy extends Squashed {
        StateDependentSquashedGaussianPolicy() {
            super(settings(true, STATE_DEPENDENT));
        }
    }

    private static final GaussianSettings STATE_DEPENDENT =
            new GaussianSettings(-1, GaussianSettings.Noise.STATE_DEPENDENT, 4);
}
