package org.ascentrl.algorithm.reinforce;

import static org.ascentrl.algorithm.reinforce.LinearProblem.ENTROPY;
import static org.ascentrl.algorithm.reinforce.LinearProblem.ENTROPY_SLOPE;
import static org.ascentrl.algorithm.reinforce.LinearProblem.rollouts;
import static org.ascentrl.algorithm.reinforce.LinearProblem.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The update in closed form, on {@link LinearProblem}. */
class ReinforceTest {

    private RecordedLearner learner;

    @AfterEach
    void close() {
        learner.close();
    }

    private void learn(Form form) {
        learner = LinearProblem.learner(form);
    }

    private void assertSlope(double expected) {
        LinearProblem.assertSlope(learner, expected);
    }

    /** G = [3, 4]: neither G₀ for both, nor discounted from the wrong end, nor the mean of log π times the sum. */
    @Test
    void goesUpTheMeanOfLogProbabilityTimesReturn() {
        learn(new Form());
        Metrics metrics = learner.update(steps(1, 4).terminated().build());

        double slope = -(3 * 0.25 + 4 * -0.75) / 2;
        assertSlope(slope);
        assertThat(metrics.asMap().get("loss")).isCloseTo(-(3 * Math.log(0.75) + 4 * Math.log(0.25)) / 2, within(1e-6));
        assertThat(metrics.asMap().get("gradient_norm"))
                .isCloseTo(Math.sqrt(2 * slope * slope + 2 * Math.pow(4 * 0.75 / 2, 2)), within(1e-6));
        assertThat(learner.policy().values("head.bias"))
                .containsExactly(new double[] {Math.log(3) - 0.125 * slope, 0.125 * slope}, within(1e-6));
    }

    @Test
    void reportsWhatItDid() {
        learn(new Form().learningRate(0.2, 0));
        Metrics metrics = learner.update(steps(1, 4).terminated().build(), new Progress(500, 1000));
        assertThat(metrics.asMap().keySet()).containsExactly("loss", "gradient_norm", "entropy", "learning_rate");
        assertThat(metrics.asMap().get("entropy")).isCloseTo(ENTROPY, within(1e-6));
        assertThat(metrics.asMap().get("learning_rate")).isEqualTo(0.1);
        assertThat(learner.policy().learningRate()).isEqualTo(0.1);
    }

    @Test
    void asksForItsEpisodes() {
        learn(new Form());
        assertThat(learner.reinforce().horizon(new Progress(0, 9))).isEqualTo(Horizon.episodes(3));
    }

    @Test
    void theSumGrowsWithTheSteps() {
        learn(new Form().sum());
        learner.update(steps(1, 4).terminated().build());
        assertSlope(-(3 * 0.25 + 4 * -0.75));
    }

    /** The mean is over all steps of the batch: long episodes count as much as they are long. */
    @Test
    void theMeanIsOverAllStepsOfAllEpisodes() {
        learn(new Form());
        Rollouts two = steps(1, 4).terminated().nextSlot();
        learner.update(steps(two, 8).terminated().build());
        assertSlope(-(3 * 0.25 + 4 * -0.75 + 8 * 0.25) / 3);
    }

    /** Without a critic, as published. */
    @Test
    void withoutBaselineATruncatedEpisodeCountsAsTerminated() {
        learn(new Form());
        learner.update(steps(1, 4).truncated(77).build());
        assertSlope(-(3 * 0.25 + 4 * -0.75) / 2);
    }

    @Test
    void standardizesOverTheBatch() {
        learn(new Form().standardize(Standardization.BATCH));
        Rollouts two = steps(1, 4).terminated().nextSlot();
        learner.update(steps(two, 8).terminated().build()); // G = 3, 4, 8
        double deviation = Math.sqrt((4 + 1 + 9) / 2.0);
        assertSlope(-(-2 * 0.25 + -1 * -0.75 + 3 * 0.25) / deviation / 3);
    }

    @Test
    void standardizesWithinEachEpisode() {
        learn(new Form().standardize(Standardization.EPISODE));
        Rollouts two = steps(0, 2, 8).terminated().nextSlot(); // G = 3, 6, 8
        learner.update(steps(two, 8, 0).terminated().build()); // G = 8, 0
        double mean = 17 / 3.0;
        double s = Math.sqrt(((3 - mean) * (3 - mean) + (6 - mean) * (6 - mean) + (8 - mean) * (8 - mean)) / 2);
        double first = (3 - mean) / s * 0.25 + (6 - mean) / s * -0.75 + (8 - mean) / s * 0.25;
        double h = Math.sqrt(0.5);
        assertSlope(-(first + h * 0.25 + -h * -0.75) / 5);
    }

    @Test
    void anEpisodeOfOneStepStaysAsItIs() {
        learn(new Form().standardize(Standardization.EPISODE));
        Metrics metrics = learner.update(steps(8).terminated().build());
        assertSlope(-8 * 0.25);
        metrics.asMap().values().forEach(value -> assertThat(value).isFinite());
    }

    /** Equal returns say nothing: the policy stays where it is, instead of following the rounding. */
    @Test
    void equalReturnsMoveNothing() {
        learn(new Form().standardize(Standardization.BATCH));
        Rollouts rollouts = rollouts();
        for (int i = 0; i < 100; i++) {
            steps(rollouts, 0.1).terminated();
        }
        learner.update(rollouts.build());
        assertSlope(0);
    }

    /** More entropy is better: descending the loss brings the probabilities closer together. */
    @Test
    void theBonusRaisesTheEntropy() {
        learn(new Form().entropy(0.4, 0));
        Metrics metrics = learner.update(steps(0, 0).terminated().build());
        assertSlope(-0.4 * ENTROPY_SLOPE);
        assertThat(metrics.asMap().get("loss")).isCloseTo(-0.4 * ENTROPY, within(1e-6));
        assertThat(learner.policy().values("head.bias")[0]).isLessThan(Math.log(3) - 0.001);
        double after = learner.update(steps(0, 0).terminated().build()).asMap().get("entropy");
        assertThat(after).isGreaterThan(ENTROPY);
    }

    @Test
    void theBonusFollowsItsScheduleAndTheReduction() {
        learn(new Form().entropy(0.4, 0).sum());
        learner.update(steps(1, 4).terminated().build(), new Progress(750, 1000));
        assertSlope(-(3 * 0.25 + 4 * -0.75) - 0.1 * 2 * ENTROPY_SLOPE);
    }

    /** γ^t counts from the start of each episode. */
    @Test
    void stepsAreDiscountedOnlyIfAsked() {
        learn(new Form().discountSteps());
        Rollouts two = steps(1, 4).terminated().nextSlot();
        learner.update(steps(two, 0, 2, 4).terminated().build()); // G = 3, 4 and 2, 4, 4
        assertSlope(-(3 * 0.25 + 0.5 * 4 * -0.75 + 2 * 0.25 + 0.5 * 4 * -0.75 + 0.25 * 4 * 0.25) / 5);
    }

    /** What is forbidden in a step gets no gradient from it. */
    @Test
    void masksOfTheRolloutHold() {
        learn(new Form());
        Rollout tau = rollouts()
                .step(new float[] {0}, Masks.of(new boolean[] {true, false}, 2), Action.of(0), 1)
                .step(new float[] {1}, Masks.of(new boolean[] {true, true}, 2), Action.of(1), 4)
                .terminated()
                .build();
        Metrics metrics = learner.update(tau);
        assertSlope(-(4 * -0.75) / 2);
        assertThat(metrics.asMap().get("entropy")).isCloseTo(ENTROPY / 2, within(1e-6));
    }
}
