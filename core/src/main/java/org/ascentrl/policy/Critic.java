package org.ascentrl.policy;

import org.ascentrl.env.space.Observations;
import org.ascentrl.tensor.Tensor;

/** Q(s, a): the expected return after a continuous action. */
public interface Critic extends Model {

    /**
     * The values [N] of N actions.
     *
     * @param observations raw [N]
     * @param actions scaled to [−1, 1] [N, d]
     */
    Tensor values(Observations observations, Tensor actions);
}
