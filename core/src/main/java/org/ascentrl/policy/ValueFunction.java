package org.ascentrl.policy;

import org.ascentrl.env.space.Observations;
import org.ascentrl.tensor.Tensor;

/** V(s): the expected return from each state. */
public interface ValueFunction extends Model {

    /** The values [N] of N raw observations. */
    Tensor values(Observations observations);
}
