package org.ascentrl.algorithm.reinforce;

import static org.ascentrl.algorithm.reinforce.LinearProblem.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Standardization;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The update with a learned baseline V(s) = w s + b, and what is learned beside the policy, in closed form. */
class ReinforceBaselineTest {

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

    @Test
    void theBaselineIsSubtracted() {
        learn(new Form().baseline());
        learner.baseline().assign("head.weight", 10);
        learner.baseline().assign("head.bias", 1); // V(t) = 10 t + 1
        Metrics metrics = learner.update(steps(1, 4).terminated(5).build()); // G = 3, 4 and V = 1, 11
        assertSlope(-(2 * 0.25 + -7 * -0.75) / 2);

        assertThat(metrics.asMap().keySet())
                .containsExactly("loss", "gradient_norm", "entropy", "learning_rate", "value_loss");
        assertThat(metrics.asMap().get("value_loss")).isCloseTo((4 + 49) / 2.0, within(1e-5));
    }

    /** One step down E[(V − G)²]; what is reported is the loss before it. */
    @Test
    void theBaselineLearnsTheReturns() {
        learn(new Form().baseline());
        learner.baseline().assign("head.weight", 10);
        learner.baseline().assign("head.bias", 1);
        Rollout tau = steps(1, 4).terminated(5).build();
        Metrics first = learner.update(tau);
        assertThat(learner.baseline().gradient("head.bias")).containsExactly(new double[] {-2 + 7}, within(1e-5));
        assertThat(learner.baseline().gradient("head.weight")).containsExactly(new double[] {7}, within(1e-5));
        assertThat(learner.baseline().values("head.bias")).containsExactly(new double[] {1 - 0.125 * 5}, within(1e-5));
        assertThat(learner.baseline().learningRate()).isEqualTo(0.125);
        assertThat(learner.update(tau).asMap().get("value_loss"))
                .isLessThan(first.asMap().get("value_loss"));
    }

    /** γ V(s_T) with the final observation 5: neither 0, nor that of the observation before, nor of the first. */
    @Test
    void truncatedEpisodesGoOnWithTheValueOfTheirFinalObservation() {
        learn(new Form().baseline());
        learner.baseline().assign("head.weight", 10);
        learner.baseline().assign("head.bias", 1); // V(5) = 51
        Rollouts two = steps(1, 4).truncated(5).nextSlot(); // G = 1 + 29.5 / 2, 4 + 51 / 2
        learner.update(steps(two, 2).terminated(5).build()); // G = 2
        assertSlope(-((15.75 - 1) * 0.25 + (29.5 - 11) * -0.75 + (2 - 1) * 0.25) / 3);
        assertThat(learner.baseline().gradient("head.bias"))
                .containsExactly(new double[] {-2 * (14.75 + 18.5 + 1) / 3}, within(1e-5));
    }

    @Test
    void advantagesAreStandardizedAfterTheBaseline() {
        learn(new Form().baseline().standardize(Standardization.BATCH));
        learner.baseline().assign("head.weight", 10);
        learner.baseline().assign("head.bias", 1);
        learner.update(steps(1, 4).terminated(5).build()); // A = 2, −7
        double h = Math.sqrt(0.5);
        assertSlope(-(h * 0.25 + -h * -0.75) / 2);
        assertThat(learner.baseline().gradient("head.bias")).containsExactly(new double[] {5}, within(1e-5));
    }

    @Test
    void thePolicyStartsTheSameWithAndWithoutBaseline() {
        learner = LinearProblem.asDrawn(new Form(), false);
        Snapshot without = Snapshot.of(learner.reinforce());
        learner.close();
        learner = LinearProblem.asDrawn(new Form().baseline(), false);
        Snapshot with = Snapshot.of(learner.reinforce());
        assertThat(with.part("policy")).isEqualTo(without.part("policy"));
        assertThat(with.part("optimizer")).isEqualTo(without.part("optimizer"));
        assertThat(with.part("baseline.value").floats("head.weight"))
                .isNotEqualTo(with.part("policy").floats("head.weight"));
        assertThat(without.part("baseline").names()).isEmpty();
    }

    /** Both normalizers learn once, and after the step: the policy that is updated is the one that acted. */
    @Test
    void inputNormalizersLearnAfterTheUpdate() {
        learner = LinearProblem.asDrawn(new Form().baseline(), true);
        learner.policy().assign("head.weight", 1, -1);
        learner.policy().assign("head.bias", 0, 0);
        Rollout tau = steps(1, 4, 2).terminated(9).build();
        double[] returnT = {1 + 2 + 0.5, 4 + 1, 2};
        learner.baseline().assign("head.weight", 0);
        learner.baseline().assign("head.bias", 0);

        Metrics metrics = learner.update(tau);
        double loss = 0;
        for (int t = 0; t < 3; t++) {
            double logit = 2.0 * t * (t % 2 == 0 ? 1 : -1);
            loss += returnT[t] * Math.log1p(Math.exp(-logit)) / 3;
        }
        assertThat(metrics.asMap().get("loss")).isCloseTo(loss, within(1e-5));

        Snapshot after = Snapshot.of(learner.reinforce());
        for (String network : List.of("policy", "baseline.value")) {
            Snapshot part = after.part(network);
            assertThat(part.longs("normalizer.count")).as(network).containsExactly(3);
            assertThat(part.doubles("normalizer.mean")).as(network).containsExactly(1);
            assertThat(part.doubles("normalizer.squares")).as(network).containsExactly(2);
        }
    }

    @Test
    void savesAllThatItLearned() {
        learner = LinearProblem.asDrawn(new Form().baseline(), true);
        assertThat(Snapshot.of(learner.reinforce()).names())
                .containsExactly(
                        "policy.normalizer.count",
                        "policy.normalizer.mean",
                        "policy.normalizer.squares",
                        "policy.head.weight",
                        "policy.head.bias",
                        "optimizer.momentum.0.head.weight",
                        "optimizer.momentum.1.head.bias",
                        "baseline.value.normalizer.count",
                        "baseline.value.normalizer.mean",
                        "baseline.value.normalizer.squares",
                        "baseline.value.head.weight",
                        "baseline.value.head.bias",
                        "baseline.optimizer.momentum.0.head.weight",
                        "baseline.optimizer.momentum.1.head.bias");
    }
}
