package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.RecordingOptimizer;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;

/**
 * An actor-critic in closed form, for algorithms with a discount of 0.5, a λ of 0.5 and a {@linkplain Trunk#SHARED shared
 * trunk}: one feature, two actions, no hidden layers, and weights of 0. Then π(0) = 3/4 and V = 1 in every state, and
 * ∂ log π(a) / ∂ b₀ is 1/4 for action 0 and −3/4 for action 1. Steps go down the gradient as it is.
 */
public final class LinearActorCritic implements AutoCloseable {

    /** ∂H / ∂b₀ = −π₀ (log π₀ + H). */
    public static final double ENTROPY_SLOPE = -0.75 * (Math.log(0.75) - 0.75 * Math.log(0.75) - 0.25 * Math.log(0.25));

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Algorithm algorithm;
    private RecordingOptimizer optimizer;

    public LinearActorCritic(Function<AlgorithmSetup, Algorithm> create) {
        this(create, false);
    }

    public LinearActorCritic(Function<AlgorithmSetup, Algorithm> create, boolean normalizeInput) {
        Mlp linear = Mlp.linear().normalized(normalizeInput);
        algorithm = create.apply(
                new AlgorithmSetup(SPEC, tensors, linear.networks(SPEC, tensors), this::optimizer, new Streams(1)));
        optimizer.assign("head.weight", 0, 0);
        optimizer.assign("head.bias", Math.log(3), 0);
        optimizer.assign("value.weight", 0);
        optimizer.assign("value.bias", 1);
    }

    private Optimizer optimizer(List<Parameter> parameters) {
        optimizer = new RecordingOptimizer(new Sgd(new SgdSettings(0, 0), parameters, tensors), backend);
        return optimizer;
    }

    /** A terminated episode: observations 0 and 1, actions 0 and 1, rewards 1 and 4. */
    public static Rollout rollout() {
        return rollout(1, 4);
    }

    public static Rollout rollout(double first, double second) {
        return Rollouts.of(SPEC)
                .step(new float[] {0}, Action.of(0), first)
                .step(new float[] {1}, Action.of(1), second)
                .terminated(9)
                .build();
    }

    /** A_t of {@link #rollout()}: δ = [0.5, 3], γλ = 0.25. */
    public static double[] advantages() {
        return new double[] {1.25, 3};
    }

    public Metrics update(Rollout tau) {
        return update(tau, new Progress(0, 1));
    }

    public Metrics update(Rollout tau, Progress p) {
        try (Scope scope = tensors.scope()) {
            return algorithm.learn(tau, p);
        }
    }

    /** The parameters and their last gradients. */
    public RecordingOptimizer optimizer() {
        return optimizer;
    }

    public Snapshot snapshot() {
        return Snapshot.of(algorithm);
    }

    /** Checks the last gradient of the policy: that of −E[ log π(a_t|s_t) A_t ] − β H. */
    public void assertPolicyGradient(double[] advantages, double entropyWeight) {
        double slope = -(advantages[0] * 0.25 - advantages[1] * 0.75) / 2 - entropyWeight * ENTROPY_SLOPE;
        double weightSlope = advantages[1] * 0.75 / 2 - entropyWeight * ENTROPY_SLOPE / 2;
        assertThat(optimizer.gradient("head.bias")).containsExactly(new double[] {slope, -slope}, within(1e-6));
        assertThat(optimizer.gradient("head.weight"))
                .containsExactly(new double[] {weightSlope, -weightSlope}, within(1e-6));
    }

    /** Checks the last gradient of the value function: that of c E[ (V(s_t) − R_t)² ]. */
    public void assertValueGradient(double[] advantages, double coefficient) {
        assertThat(optimizer.gradient("value.bias"))
                .containsExactly(new double[] {-coefficient * (advantages[0] + advantages[1])}, within(1e-6));
        assertThat(optimizer.gradient("value.weight"))
                .containsExactly(new double[] {-coefficient * advantages[1]}, within(1e-6));
    }

    /** Checks that an input normalizer learned from {@link #rollout()}. */
    public void assertNormalizerLearned() {
        Snapshot policy = snapshot().part("networks.policy");
        assertThat(policy.longs("normalizer.count")).containsExactly(2);
        assertThat(policy.doubles("normalizer.mean")).containsExactly(0.5);
    }

    @Override
    public void close() {
        backend.close();
    }
}
