package org.ascentrl.algorithm.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.actor.Exploration;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.TargetUpdates;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Decay;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates against Q-learning with a linear network, whose gradient is written out here in double. */
class DqnTest {

    private static final DqnSettings DEFAULTS = Defaults.of(DqnSettings.class);
    private static final int FEATURES = 3;
    private static final int ACTIONS = 4;
    private static final EnvironmentSpec SPEC = Rollouts.spec(FEATURES, new Discrete(ACTIONS, 5));
    private static final Progress BUDGET = new Progress(0, 1000);
    private static final double GAMMA = 0.9;
    private static final double RATE = 0.5;
    private static final int BATCH = 8;
    private static final int UPDATES = 6;
    private static final int ROWS = 15;

    /** Next states in which Q and Q' prefer other actions: without any, double Q-learning would be as the plain one. */
    private int disagreements;

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private static ReplaySettings replay(double alpha) {
        return DEFAULTS.offPolicy()
                .replay()
                .withCapacity(500)
                .withPrioritization(
                        DEFAULTS.offPolicy().replay().prioritization().withAlpha(alpha));
    }

    private static DqnSettings settings(boolean doubleQ, int nStep, double alpha, TargetUpdates target) {
        return DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                        .withDiscount(GAMMA)
                        .withWarmUp(0)
                        .withStepsPerSlot(10)
                        .withGradientSteps(1)
                        .withBatchSize(BATCH)
                        .withReplay(replay(alpha)))
                .withNStep(nStep)
                .withDoubleQ(doubleQ)
                .withExploration(new Exploration(
                        Exploration.Kind.EPSILON_GREEDY, new Decay(1, 0.1, 100, Decay.Curve.LINEAR), Decay.constant(1)))
                .withLearningRate(Schedule.constant(RATE))
                .withTarget(target);
    }

    private static DqnSettings withWarmUp(int steps) {
        DqnSettings s = settings(false, 1, 0, AFTER_FOUR_UPDATES);
        return s.withOffPolicy(s.offPolicy().withWarmUp(steps));
    }

    private AlgorithmSetup setup() {
        Mlp linear = Mlp.linear().uniform();
        return new AlgorithmSetup(
                SPEC,
                tensors,
                linear.networks(SPEC, tensors),
                parameters -> new Sgd(new SgdSettings(0, 0), parameters, tensors),
                new Streams(1));
    }

    private Metrics update(Algorithm algorithm, Rollout fresh, Progress p) {
        try (Scope scope = tensors.scope()) {
            return algorithm.learn(fresh, p);
        }
    }

    /** Q(s, a) = K numbers, each s · W + b. */
    private record Linear(double[] weight, double[] bias, int numbers) {

        static Linear of(Algorithm algorithm, String network, int numbers) {
            Snapshot saved = Snapshot.of(algorithm);
            return new Linear(
                    widened(saved.floats(network + ".head.weight")),
                    widened(saved.floats(network + ".head.bias")),
                    numbers);
        }

        private static double[] widened(float[] x) {
            double[] wide = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                wide[i] = x[i];
            }
            return wide;
        }

        double at(float[] observations, int row, int action, int number) {
            int column = action * numbers + number;
            double q = bias[column];
            for (int d = 0; d < FEATURES; d++) {
                q += observations[row * FEATURES + d] * weight[d * bias.length + column];
            }
            return q;
        }

        double mean(float[] observations, int row, int action) {
            double sum = 0;
            for (int k = 0; k < numbers; k++) {
                sum += at(observations, row, action, k);
            }
            return sum / numbers;
        }

        int best(float[] observations, int row) {
            int best = 0;
            for (int a = 1; a < ACTIONS; a++) {
                best = mean(observations, row, a) > mean(observations, row, best) ? a : best;
            }
            return best;
        }

        void descend(float[] observations, int row, int action, int number, double gradient) {
            int column = action * numbers + number;
            bias[column] -= RATE * gradient;
            for (int d = 0; d < FEATURES; d++) {
                weight[d * bias.length + column] -= RATE * gradient * observations[row * FEATURES + d];
            }
        }

        Linear copy() {
            return new Linear(weight.clone(), bias.clone(), numbers);
        }
    }

    private static double huberSlope(double error) {
        return Math.max(-1, Math.min(1, error));
    }

    /** One gradient step; returns the errors. */
    private float[] step(Linear online, Linear target, Transitions batch, boolean doubleQ) {
        int k = online.numbers();
        Linear before = online.copy();
        float[] errors = new float[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            int best = (doubleQ ? before : target).best(batch.nextObservations().floats(), i);
            disagreements += before.best(batch.nextObservations().floats(), i)
                            == target.best(batch.nextObservations().floats(), i)
                    ? 0
                    : 1;
            int action = batch.actions().integers()[i] - 5;
            for (int theta = 0; theta < k; theta++) {
                double slope = 0;
                for (int j = 0; j < k; j++) {
                    double y = batch.returns()[i]
                            + batch.discounts()[i]
                                    * target.at(batch.nextObservations().floats(), i, best, j);
                    double u = y - before.at(batch.observations().floats(), i, action, theta);
                    double tau = (2 * theta + 1) / (2.0 * k);
                    double weight = k == 1 ? 1 : Math.abs(tau - (u < 0 ? 1 : 0));
                    slope += weight * huberSlope(u) / k;
                }
                online.descend(
                        batch.observations().floats(), i, action, theta, -slope * batch.weights()[i] / batch.size());
            }
            double y = batch.returns()[i]
                    + batch.discounts()[i]
                            * target.mean(batch.nextObservations().floats(), i, best);
            errors[i] = (float) (y - before.mean(batch.observations().floats(), i, action));
        }
        return errors;
    }

    private void learnsAsTheReference(Algorithm algorithm, DqnSettings s, int numbers) {
        ReplayBuffer buffer =
                new ReplayBuffer(s.offPolicy().replay(), SPEC, s.nStep(), GAMMA, new Streams(1).stream("replay"));
        Linear online = Linear.of(algorithm, "online", numbers);
        Linear target = Linear.of(algorithm, "target", numbers);
        assertThat(target.weight()).isEqualTo(online.weight());
        Progress p = BUDGET;
        for (int i = 0; i < UPDATES; i++) {
            Rollout fresh = Rollouts.random(SPEC, i, ROWS / 3);
            buffer.add(fresh);
            Transitions batch = buffer.sample(BATCH, p);
            buffer.prioritize(batch, step(online, target, batch, s.doubleQ()));
            target = i == 3 ? online.copy() : target;
            update(algorithm, fresh, p);
            p = p.plus(ROWS);
            Linear learned = Linear.of(algorithm, "online", numbers);
            assertThat(learned.weight()).containsExactly(online.weight(), within(1e-5));
            assertThat(learned.bias()).containsExactly(online.bias(), within(1e-5));
            assertThat(Linear.of(algorithm, "target", numbers).weight()).containsExactly(target.weight(), within(1e-5));
        }
        assertThat(disagreements).isPositive();
    }

    /** The target network follows after 60 environment steps, which is in the fourth update. */
    private static final TargetUpdates AFTER_FOUR_UPDATES = new TargetUpdates(60, 1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepEqualsTheReference(boolean doubleQ) {
        DqnSettings s = settings(doubleQ, 1, 0, AFTER_FOUR_UPDATES);
        learnsAsTheReference(new Dqn(s, setup()), s, 1);
    }

    @Test
    void severalStepsWithPrioritiesEqualTheReference() {
        DqnSettings s = settings(true, 3, 0.6, AFTER_FOUR_UPDATES);
        learnsAsTheReference(new Dqn(s, setup()), s, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepOfQuantilesEqualsTheReference(boolean doubleQ) {
        DqnSettings s = settings(doubleQ, 2, 0, AFTER_FOUR_UPDATES);
        learnsAsTheReference(new QrDqn(new QrDqnSettings(5, s), setup()), s, 5);
    }

    @Test
    void theTargetFollowsSoftly() {
        DqnSettings s = settings(false, 1, 0, new TargetUpdates(1, 0.01));
        Dqn dqn = new Dqn(s, setup());
        Linear start = Linear.of(dqn, "target", 1);
        update(dqn, Rollouts.random(SPEC, 1, ROWS / 3), BUDGET);
        double kept = Math.pow(0.99, ROWS);
        double[] online = Linear.of(dqn, "online", 1).weight();
        double[] target = Linear.of(dqn, "target", 1).weight();
        assertThat(online).isNotEqualTo(start.weight());
        for (int i = 0; i < online.length; i++) {
            assertThat(target[i]).isCloseTo(kept * start.weight()[i] + (1 - kept) * online[i], within(1e-6));
        }
    }

    @Test
    void learnsNothingBeforeTheWarmUpEnds() {
        DqnSettings s = withWarmUp(ROWS + 1);
        Dqn dqn = new Dqn(s, setup());
        double[] start = Linear.of(dqn, "online", 1).weight();
        assertThat(update(dqn, Rollouts.random(SPEC, 1, ROWS / 3), BUDGET).asMap())
                .isEmpty();
        assertThat(Linear.of(dqn, "online", 1).weight()).isEqualTo(start);
        assertThat(update(dqn, Rollouts.random(SPEC, 2, ROWS / 3), BUDGET.plus(ROWS))
                        .asMap())
                .containsKeys("loss", "q", "td_error", "gradient_norm", "exploration")
                .containsEntry("replay_steps", 2.0 * ROWS);
        assertThat(Linear.of(dqn, "online", 1).weight()).isNotEqualTo(start);
    }

    /** Final observations take rows: a buffer may never hold as many steps as it has rows. */
    @Test
    void learnsOnceTheBufferIsFull() {
        DqnSettings s = withWarmUp(500);
        Dqn dqn = new Dqn(s, setup());
        boolean learned = false;
        for (int i = 0; i < 500 / ROWS; i++) {
            learned = !update(dqn, Rollouts.random(SPEC, i, ROWS / 3), BUDGET)
                    .asMap()
                    .isEmpty();
        }
        assertThat(learned).isTrue();
    }
}
