package org.ascentrl.algorithm.td3;

import static org.ascentrl.algorithm.ControlProblem.BATCH;
import static org.ascentrl.algorithm.ControlProblem.GAMMA;
import static org.ascentrl.algorithm.ControlProblem.RATE;
import static org.ascentrl.algorithm.ControlProblem.SPEC;
import static org.ascentrl.algorithm.ControlProblem.TAU;
import static org.ascentrl.algorithm.ControlProblem.state;
import static org.ascentrl.algorithm.ControlProblem.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.actor.ActionNoise;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.ControlProblem;
import org.ascentrl.algorithm.Linear;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.Streams;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.Rollouts;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates of linear networks against the same in double, with the gradients written out. */
class Td3Test {

    private static final DdpgSettings DEFAULTS = Defaults.of(DdpgSettings.class);
    private static final int UPDATES = 5;
    private static final Td3Settings.TargetNoise TARGET_NOISE = new Td3Settings.TargetNoise(0.4, 0.5);

    private final ControlProblem problem = new ControlProblem();

    @AfterEach
    void close() {
        problem.close();
    }

    private static DdpgSettings ddpg(double discount, int warmUp) {
        return DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                        .withDiscount(discount)
                        .withWarmUp(warmUp)
                        .withBatchSize(BATCH)
                        .withReplay(ControlProblem.REPLAY))
                .withExploration(ActionNoise.gaussian(0.1))
                .withPolicyLearningRate(Schedule.constant(RATE))
                .withCriticLearningRate(Schedule.constant(RATE))
                .withTau(TAU);
    }

    private static Td3Settings td3(int delay) {
        return new Td3Settings(ddpg(GAMMA, 0), delay, TARGET_NOISE);
    }

    /** Networks and their targets, as they should be. */
    private static final class Expected {

        private final Linear policy;
        private final Linear targetPolicy;
        private final List<Linear> critics = new ArrayList<>();
        private final List<Linear> targets = new ArrayList<>();
        private final NumpyGenerator noise = new Streams(1).stream("smoothing");

        Expected(Algorithm algorithm, int count) {
            Snapshot start = Snapshot.of(algorithm);
            policy = Linear.of(start, "policy.head");
            targetPolicy = policy.copy();
            for (int i = 1; i <= count; i++) {
                critics.add(Linear.of(start, "critics.q" + i + ".head"));
                targets.add(critics.get(i - 1).copy());
            }
        }

        void step(Transitions batch, boolean smoothed, boolean policyLearns) {
            double[] y = new double[BATCH];
            for (int i = 0; i < BATCH; i++) {
                double[] next = state(batch.nextObservations().floats(), i);
                double a = Math.tanh(targetPolicy.at(next));
                if (smoothed) {
                    double epsilon = TARGET_NOISE.std() * noise.nextGaussian();
                    a = Math.max(-1, Math.min(1, a + Math.max(-0.5, Math.min(0.5, epsilon))));
                }
                double[] input = with(next, a);
                double least =
                        targets.stream().mapToDouble(q -> q.at(input)).min().orElseThrow();
                y[i] = batch.returns()[i] + batch.discounts()[i] * least;
            }
            for (Linear critic : critics) {
                Linear before = critic.copy();
                for (int i = 0; i < BATCH; i++) {
                    double[] input = with(
                            state(batch.observations().floats(), i),
                            batch.actions().reals()[i] / 2);
                    critic.add(-RATE * 2 * (before.at(input) - y[i]) / BATCH, input);
                }
            }
            if (policyLearns) {
                learnPolicy(batch);
            }
        }

        /** ∇ −E[ Q_1(s, tanh m) ] = −w_a (1 − tanh² m) ∇m, and the targets follow. */
        private void learnPolicy(Transitions batch) {
            Linear before = policy.copy();
            for (int i = 0; i < BATCH; i++) {
                double[] s = state(batch.observations().floats(), i);
                double a = Math.tanh(before.at(s));
                policy.add(RATE * critics.get(0).weight(2) * (1 - a * a) / BATCH, s);
            }
            targetPolicy.follow(policy, TAU);
            for (int k = 0; k < critics.size(); k++) {
                targets.get(k).follow(critics.get(k), TAU);
            }
        }

        void compare(Snapshot learned) {
            assertEqual(learned, "policy.head", policy);
            assertEqual(learned, "target-policy.head", targetPolicy);
            IntStream.range(0, critics.size()).forEach(k -> {
                assertEqual(learned, "critics.q" + (k + 1) + ".head", critics.get(k));
                assertEqual(learned, "critics.target" + (k + 1) + ".head", targets.get(k));
            });
        }

        private static void assertEqual(Snapshot learned, String name, Linear expected) {
            assertThat(Linear.of(learned, name).toArray()).as(name).containsExactly(expected.toArray(), within(1e-5));
        }
    }

    @Test
    void aStepOfDdpgEqualsTheReference() {
        Algorithm ddpg = new Td3(ddpg(GAMMA, 0), problem.setup());
        Expected expected = new Expected(ddpg, 1);
        expected.compare(Snapshot.of(ddpg));
        for (int i = 0; i < UPDATES; i++) {
            Rollout fresh = Rollouts.random(SPEC, i, 5);
            expected.step(problem.drawn(fresh), false, true);
            problem.update(ddpg, fresh);
            expected.compare(Snapshot.of(ddpg));
        }
    }

    @Test
    void aStepOfTd3EqualsTheReference() {
        Algorithm td3 = new Td3(td3(2), problem.setup());
        Expected expected = new Expected(td3, 2);
        for (int i = 0; i < UPDATES; i++) {
            Rollout fresh = Rollouts.random(SPEC, i, 5);
            expected.step(problem.drawn(fresh), true, i % 2 == 0);
            Metrics metrics = problem.update(td3, fresh);
            expected.compare(Snapshot.of(td3));
            assertThat(metrics.asMap()).containsKeys("critic_loss", "q", "critic_gradient_norm", "replay_steps");
            assertThat(metrics.asMap().containsKey("policy_loss")).isEqualTo(i % 2 == 0);
            assertThat(metrics.asMap().containsKey("policy_gradient_norm")).isEqualTo(i % 2 == 0);
        }
    }

    private Snapshot learned(double discount, boolean terminated) {
        Algorithm ddpg = new Td3(ddpg(discount, 0), problem.setup());
        problem.update(ddpg, ControlProblem.oneStepEpisodes(terminated));
        return Snapshot.of(ddpg);
    }

    @Test
    void whatFollowsCountsUnlessTheEpisodeTerminated() {
        assertThat(learned(0.9, true)).isEqualTo(learned(0.1, true));
        assertThat(learned(0.9, false)).isNotEqualTo(learned(0.1, false));
    }

    @Test
    void learnsNothingBeforeTheWarmUpEnds() {
        Algorithm ddpg = new Td3(ddpg(GAMMA, 16), problem.setup());
        Linear start = Linear.of(Snapshot.of(ddpg), "critics.q1.head");
        assertThat(problem.update(ddpg, Rollouts.random(SPEC, 1, 5)).asMap()).isEmpty();
        assertThat(Linear.of(Snapshot.of(ddpg), "critics.q1.head").toArray()).isEqualTo(start.toArray());
        assertThat(problem.update(ddpg, Rollouts.random(SPEC, 2, 5)).asMap()).containsEntry("replay_steps", 30.0);
    }

    @Test
    void aWarmUpThatReplayCannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ddpg(GAMMA, 501)).withMessageContaining("warm-up = 501");
    }
}
