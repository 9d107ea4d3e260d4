package org.ascentrl.algorithm.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.Rollouts;

/**
 * A problem in closed form: one feature, two actions, and a policy without hidden layers whose weights are 0. Then π(0) =
 * 3/4 in every state, and ∂ log π(a) / ∂ b₀ is 1/4 for action 0 and −3/4 for action 1. Steps go down the gradient as it is.
 */
final class LinearProblem {

    static final double ENTROPY = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);

    /** ∂H / ∂b₀ = −π₀ (log π₀ + H). */
    static final double ENTROPY_SLOPE = -0.75 * (Math.log(0.75) + ENTROPY);

    private static final EnvironmentSpec SPEC = Rollouts.spec(1, new Discrete(2));

    private LinearProblem() {}

    static RecordedLearner learner(Form form) {
        RecordedLearner learner = asDrawn(form, false);
        learner.policy().assign("head.weight", 0, 0);
        learner.policy().assign("head.bias", Math.log(3), 0);
        return learner;
    }

    /** With the weights it draws. */
    static RecordedLearner asDrawn(Form form, boolean normalizeInput) {
        Mlp linear = Mlp.linear().uniform().normalized(normalizeInput);
        return new RecordedLearner(form.settings(), linear, SPEC, (p, t) -> new Sgd(new SgdSettings(0, 0), p, t));
    }

    static Rollouts rollouts() {
        return Rollouts.of(SPEC);
    }

    static Rollouts steps(double... rewards) {
        return steps(rollouts(), rewards);
    }

    /** Steps with observations 0, 1, 2, .. and actions 0, 1, 0, .. */
    static Rollouts steps(Rollouts rollouts, double... rewards) {
        for (int t = 0; t < rewards.length; t++) {
            rollouts.step(new float[] {t}, Action.of(t % 2), rewards[t]);
        }
        return rollouts;
    }

    /** Checks ∂ loss / ∂ b₀ of the last update. */
    static void assertSlope(RecordedLearner learner, double expected) {
        assertThat(learner.policy().gradient("head.bias"))
                .containsExactly(new double[] {expected, -expected}, within(1e-6));
    }
}
