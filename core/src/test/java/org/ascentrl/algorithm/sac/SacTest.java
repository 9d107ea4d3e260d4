package org.ascentrl.algorithm.sac;

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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.ControlProblem;
import org.ascentrl.algorithm.Linear;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
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
class SacTest {

    private static final SacSettings DEFAULTS = Defaults.of(SacSettings.class);
    private static final int UPDATES = 5;
    private static final double INITIAL = 0.3;
    private static final double TARGET_ENTROPY = -0.7;

    private final ControlProblem problem = new ControlProblem();

    @AfterEach
    void close() {
        problem.close();
    }

    private static SacSettings settings(double discount, int warmUp, boolean learned, double targetEntropy) {
        return DEFAULTS.withOffPolicy(DEFAULTS.offPolicy()
                        .withDiscount(discount)
                        .withWarmUp(warmUp)
                        .withBatchSize(BATCH)
                        .withReplay(ControlProblem.REPLAY))
                .withPolicyLearningRate(Schedule.constant(RATE))
                .withCriticLearningRate(Schedule.constant(RATE))
                .withTau(TAU)
                .withTemperature(DEFAULTS.temperature()
                        .withInitial(INITIAL)
                        .withLearned(learned)
                        .withTargetEntropyPerDimension(targetEntropy)
                        .withLearningRate(Schedule.constant(RATE)));
    }

    private Algorithm sac(SacSettings settings) {
        return new Sac(settings, problem.setup());
    }

    /** Networks, targets and temperature, as they should be. */
    private static final class Expected {

        private final Linear mean;
        private final Linear logStd;
        private final List<Linear> critics;
        private final List<Linear> targets;
        private final NumpyGenerator noise = new Streams(1).stream("reparameterization");
        private double logAlpha = Math.log(INITIAL);

        Expected(Algorithm algorithm) {
            Snapshot start = Snapshot.of(algorithm);
            mean = Linear.of(start, "policy.head");
            logStd = Linear.of(start, "policy.log-std");
            critics = List.of(Linear.of(start, "critics.q1.head"), Linear.of(start, "critics.q2.head"));
            targets = critics.stream().map(Linear::copy).toList();
        }

        /** ã = tanh u with u = μ + σ ε, and its density. */
        private record Drawn(double a, double sigma, double epsilon, double logPi) {

            static Drawn of(double mu, double log, double epsilon) {
                double sigma = Math.exp(log);
                double a = Math.tanh(mu + sigma * epsilon);
                double normal = -0.5 * epsilon * epsilon - log - 0.5 * Math.log(2 * Math.PI);
                return new Drawn(a, sigma, epsilon, normal - Math.log(1 - a * a));
            }
        }

        private Drawn draw(double[] s) {
            return Drawn.of(mean.at(s), logStd.at(s), noise.nextGaussian());
        }

        private static int least(List<Linear> critics, double[] input) {
            return critics.get(0).at(input) <= critics.get(1).at(input) ? 0 : 1;
        }

        void step(Transitions batch, boolean learnsAlpha) {
            double alpha = Math.exp(logAlpha);
            double[] y = new double[BATCH];
            for (int i = 0; i < BATCH; i++) {
                double[] next = state(batch.nextObservations().floats(), i);
                Drawn then = draw(next);
                double[] input = with(next, then.a());
                double q = targets.get(least(targets, input)).at(input);
                y[i] = batch.returns()[i] + batch.discounts()[i] * (q - alpha * then.logPi());
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
            double meanLogPi = learnPolicy(batch, alpha);
            logAlpha += learnsAlpha ? RATE * (meanLogPi + TARGET_ENTROPY) : 0;
            IntStream.range(0, 2).forEach(k -> targets.get(k).follow(critics.get(k), TAU));
        }

        /** By the chain rule through ã; returns E[ log π ]. */
        private double learnPolicy(Transitions batch, double alpha) {
            double[] meanSteps = new double[BATCH];
            double[] logStdSteps = new double[BATCH];
            double total = 0;
            for (int i = 0; i < BATCH; i++) {
                double[] s = state(batch.observations().floats(), i);
                Drawn now = draw(s);
                double slope = critics.get(least(critics, with(s, now.a()))).weight(2) * (1 - now.a() * now.a());
                double du = alpha * 2 * now.a() - slope;
                meanSteps[i] = -RATE * du / BATCH;
                logStdSteps[i] = -RATE * (du * now.sigma() * now.epsilon() - alpha) / BATCH;
                total += now.logPi();
            }
            for (int i = 0; i < BATCH; i++) {
                mean.add(meanSteps[i], state(batch.observations().floats(), i));
                logStd.add(logStdSteps[i], state(batch.observations().floats(), i));
            }
            return total / BATCH;
        }

        void compare(Snapshot learned) {
            assertEqual(learned, "policy.head", mean);
            assertEqual(learned, "policy.log-std", logStd);
            for (int k = 0; k < 2; k++) {
                assertEqual(learned, "critics.q" + (k + 1) + ".head", critics.get(k));
                assertEqual(learned, "critics.target" + (k + 1) + ".head", targets.get(k));
            }
            assertThat((double) learned.floats("temperature.log-alpha")[0]).isCloseTo(logAlpha, within(1e-5));
        }

        private static void assertEqual(Snapshot learned, String name, Linear expected) {
            assertThat(Linear.of(learned, name).toArray()).as(name).containsExactly(expected.toArray(), within(2e-5));
        }
    }

    private void equalsTheReference(boolean learnsAlpha) {
        Algorithm sac = sac(settings(GAMMA, 0, learnsAlpha, TARGET_ENTROPY));
        Expected expected = new Expected(sac);
        expected.compare(Snapshot.of(sac));
        for (int i = 0; i < UPDATES; i++) {
            Rollout fresh = Rollouts.random(SPEC, i, 5);
            expected.step(problem.drawn(fresh), learnsAlpha);
            problem.update(sac, fresh);
            expected.compare(Snapshot.of(sac));
        }
    }

    @Test
    void aStepEqualsTheReference() {
        equalsTheReference(true);
    }

    @Test
    void aStepWithAFixedTemperatureEqualsTheReference() {
        equalsTheReference(false);
    }

    private double alphaAfterUpdates(double targetEntropy) {
        Algorithm sac = sac(settings(GAMMA, 0, true, targetEntropy));
        Metrics last = Metrics.none();
        for (int i = 0; i < UPDATES; i++) {
            last = problem.update(sac, Rollouts.random(SPEC, i, 5));
        }
        return last.asMap().get("alpha");
    }

    @Test
    void theTemperatureRisesWhileTheEntropyIsBelowItsTargetAndFallsWhileAbove() {
        assertThat(alphaAfterUpdates(3)).isGreaterThan(INITIAL);
        assertThat(alphaAfterUpdates(-3)).isLessThan(INITIAL);
    }

    private Snapshot learned(double discount, boolean terminated) {
        Algorithm sac = sac(settings(discount, 0, true, -1));
        problem.update(sac, ControlProblem.oneStepEpisodes(terminated));
        return Snapshot.of(sac);
    }

    @Test
    void whatFollowsCountsUnlessTheEpisodeTerminated() {
        assertThat(learned(0.9, true)).isEqualTo(learned(0.1, true));
        assertThat(learned(0.9, false)).isNotEqualTo(learned(0.1, false));
    }

    @Test
    void learnsNothingBeforeTheWarmUpEnds() {
        Algorithm sac = sac(settings(GAMMA, 16, true, -1));
        double[] start = Linear.of(Snapshot.of(sac), "policy.head").toArray();
        assertThat(problem.update(sac, Rollouts.random(SPEC, 1, 5)).asMap()).isEmpty();
        assertThat(Linear.of(Snapshot.of(sac), "policy.head").toArray()).isEqualTo(start);
        assertThat(problem.update(sac, Rollouts.random(SPEC, 2, 5)).asMap().keySet())
                .containsExactly(
                        "critic_loss",
                        "policy_loss",
                        "q",
                        "entropy",
                        "alpha",
                        "critic_gradient_norm",
                        "policy_gradient_norm",
                        "replay_steps");
    }

    @Test
    void spacesWithoutBoundsAreRefused() {
        EnvironmentSpec choices = Rollouts.spec(2, new Discrete(2));
        AlgorithmSetup setup = problem.setup();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sac(
                        settings(GAMMA, 0, true, -1),
                        new AlgorithmSetup(
                                choices, setup.tensors(), setup.networks(), setup.optimizer(), setup.random())))
                .withMessageContaining("bounded policies act in a Box, not in Discrete(2)");
    }

    /** The reports are those of the batch: numbers, and an entropy that belongs to the policy. */
    @Test
    void reportsTheEntropyInNats() {
        Algorithm sac = sac(settings(GAMMA, 0, false, -1));
        double[] entropies = IntStream.range(0, 20)
                .mapToDouble(i ->
                        problem.update(sac, Rollouts.random(SPEC, i, 5)).asMap().get("entropy"))
                .toArray();
        double mostPossible = Math.log(2); // that of the uniform density between −1 and 1
        assertThat(Arrays.stream(entropies).average().orElseThrow()).isLessThan(mostPossible);
    }
}
