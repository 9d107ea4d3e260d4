package org.ascentrl.policy;

import java.util.List;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** V(s): the return to expect from each state. */
public interface ValueFunction extends Stateful {

    /** The values [N] of N raw observations [N, D]. */
    Tensor values(Tensor observations);

    List<Parameter> parameters();

    /** Takes in what was observed, once an iteration after the update: an input normalizer learns from it. */
    default void observe(Rollout fresh) {}
}
