package org.ascentrl.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascentrl.actor.Exploration.Kind;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often each action is taken, by the values of all. */
class ValueActorTest {

    private static final int ROWS = 40_000;
    private static final long WARM_UP = 100;
    private static final Discrete SPACE = new Discrete(3, 10);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    /** The values are the observations. */
    private final class Shown implements ActionValues {

        @Override
        public Tensor quantiles(Observations observations, @Nullable RowRandom noise) {
            return observations.to(tensors::of).reshape(observations.rows(), observations.features(), 1);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public void observe(Rollout fresh) {}

        @Override
        public void state(State s) {}
    }

    private Actor actor(Kind kind) {
        Exploration exploration = new Exploration(
                kind, new Decay(0.9, 0.3, 1000, Decay.Curve.LINEAR), new Decay(2, 0.5, 1000, Decay.Curve.EXPONENTIAL));
        return new WarmUpActor(new ValueActor(new Shown(), SPACE, exploration, tensors), SPACE, WARM_UP);
    }

    /** The share of each action among many rows of the same values. */
    private double[] shares(Actor actor, boolean @Nullable [] mask, long steps, boolean explore, float... q) {
        float[] observations = new float[ROWS * q.length];
        boolean[] allowed = new boolean[observations.length];
        for (int i = 0; i < observations.length; i++) {
            observations[i] = q[i % q.length];
            allowed[i] = mask == null || mask[i % q.length];
        }
        Masks masks = mask == null ? Masks.ALL : Masks.of(allowed, q.length);
        Actions out = Actions.of(SPACE, ROWS);
        RowRandom random = RowRandom.shared(new NumpyGenerator(7));
        actor.act(
                new ActRequest(
                        Observations.of(observations, q.length),
                        masks,
                        new float[0],
                        random,
                        new Progress(steps, 5000),
                        explore),
                out);
        double[] shares = new double[q.length];
        for (int action : out.integers()) {
            shares[action - SPACE.start()] += 1.0 / ROWS;
        }
        return shares;
    }

    @Test
    void greedilyTheBestIsTaken() {
        for (Kind kind : Kind.values()) {
            assertThat(shares(actor(kind), null, 0, false, 1, 3, 2))
                    .containsExactly(new double[] {0, 1, 0}, within(1e-9));
        }
        assertThat(shares(actor(Kind.EPSILON_GREEDY), new boolean[] {true, false, true}, 0, false, 1, 3, 2))
                .containsExactly(new double[] {0, 0, 1}, within(1e-9));
    }

    @Test
    void nowAndThenAnyActionIsTaken() {
        double epsilon = 0.3;
        assertThat(shares(actor(Kind.EPSILON_GREEDY), null, 2000, true, 1, 3, 2))
                .containsExactly(new double[] {epsilon / 3, 1 - epsilon * 2 / 3, epsilon / 3}, within(0.01));
        double halfWay = 0.6;
        assertThat(shares(actor(Kind.EPSILON_GREEDY), new boolean[] {true, false, true}, 500, true, 1, 3, 2))
                .containsExactly(new double[] {halfWay / 2, 0, 1 - halfWay / 2}, within(0.01));
    }

    @Test
    void aHighTemperatureLevels() {
        double total = Math.exp(-1) + 1 + Math.exp(-2);
        assertThat(shares(actor(Kind.BOLTZMANN), null, 500, true, 1, 2, 0))
                .containsExactly(new double[] {Math.exp(-1) / total, 1 / total, Math.exp(-2) / total}, within(0.01));
        assertThat(shares(actor(Kind.BOLTZMANN), new boolean[] {true, false, true}, 500, true, 1, 2, 0))
                .containsExactly(
                        new double[] {1 / (1 + Math.exp(-1)), 0, Math.exp(-1) / (1 + Math.exp(-1))}, within(0.01));
    }

    @Test
    void noisyLayersAloneExplore() {
        assertThat(shares(actor(Kind.NOISY), null, 500, true, 1, 3, 2))
                .containsExactly(new double[] {0, 1, 0}, within(1e-9));
    }

    @Test
    void allAreAlikeDuringTheWarmUp() {
        for (Kind kind : Kind.values()) {
            assertThat(shares(actor(kind), null, WARM_UP - 1, true, 1, 3, 2))
                    .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.01));
            assertThat(shares(actor(kind), new boolean[] {true, false, true}, 0, true, 1, 3, 2))
                    .containsExactly(new double[] {0.5, 0, 0.5}, within(0.01));
        }
    }

    @Test
    void valuesThatDivergedAreReported() {
        assertThatThrownBy(() -> shares(actor(Kind.EPSILON_GREEDY), null, 0, false, 1, Float.NaN, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("NaN")
                .hasMessageContaining("learning rate");
    }
}
