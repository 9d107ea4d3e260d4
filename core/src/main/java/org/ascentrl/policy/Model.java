package org.ascentrl.policy;

import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Parameterized;

/**
 * A function of observations that an algorithm learns: a policy, a value function or a critic. Its state is its
 * parameters and the moments of an input normalizer.
 */
public interface Model extends Parameterized {

    /**
     * Updates the moments of an input normalizer with fresh observations; no parameter changes.
     *
     * <p>The training loop calls it once for every model of the algorithm, after each update, so that acting and
     * learning in one iteration use the same moments.
     */
    default void observe(Rollout fresh) {}
}
