package org.ascentrl.policy;

import org.ascentrl.env.space.Observations;
import org.ascentrl.tensor.Tensor;

/** μ(s): one continuous action for each state, differentiable with respect to the parameters. */
public interface DeterministicPolicy extends Model {

    /** The actions [N, d], each number in [−1, 1], for N raw observations. */
    Tensor actions(Observations observations);
}
