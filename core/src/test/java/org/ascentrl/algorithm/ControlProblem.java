package org.ascentrl.algorithm;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.replay.Prioritization;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.replay.Transitions;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;

/** One real action from −2 to 2 on two features, linear networks, and gradient descent. */
public final class ControlProblem implements AutoCloseable {

    public static final EnvironmentSpec SPEC = Rollouts.spec(2, Box.of(-2, 2, 1));
    public static final double GAMMA = 0.9;
    public static final double TAU = 0.1;
    public static final double RATE = 0.05;
    public static final int BATCH = 8;
    public static final Progress START = new Progress(0, 1000);
    public static final ReplaySettings REPLAY =
            new ReplaySettings(500, new Prioritization(0, new Schedule(0.4, 1), 1e-6), true);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final ReplayBuffer same = new ReplayBuffer(REPLAY, SPEC, 1, GAMMA, new Streams(1).stream("replay"));

    public AlgorithmSetup setup() {
        Mlp linear = Mlp.linear().uniform();
        return new AlgorithmSetup(
                SPEC,
                tensors,
                linear.networks(SPEC, tensors),
                parameters -> new Sgd(new SgdSettings(0, 0), parameters, tensors),
                new Streams(1));
    }

    public Metrics update(Algorithm algorithm, Rollout fresh) {
        try (Scope scope = tensors.scope()) {
            return algorithm.learn(fresh, START);
        }
    }

    /** What an algorithm that gets the same rollouts draws. */
    public Transitions drawn(Rollout fresh) {
        same.add(fresh);
        return same.sample(BATCH, START);
    }

    /** s_t of a row. */
    public static double[] state(float[] observations, int row) {
        return new double[] {observations[2 * row], observations[2 * row + 1]};
    }

    public static double[] with(double[] state, double action) {
        return new double[] {state[0], state[1], action};
    }

    /** Episodes of one step each. */
    public static Rollout oneStepEpisodes(boolean terminated) {
        Rollouts rollouts = Rollouts.of(SPEC);
        for (int i = 0; i < 6; i++) {
            rollouts = rollouts.rewards(0.1 * i);
            rollouts = terminated ? rollouts.terminated() : rollouts.truncated();
        }
        return rollouts.build();
    }

    @Override
    public void close() {
        backend.close();
    }
}
