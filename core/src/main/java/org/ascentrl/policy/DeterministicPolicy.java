package org.ascentrl.policy;

import java.util.List;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** μ(s): one real action for each state, and gradients through it. */
public interface DeterministicPolicy extends Stateful {

    /** The actions [N, d], each number from −1 to 1, for N raw observations [N, D]. */
    Tensor actions(Tensor observations);

    List<Parameter> parameters();

    /** Takes in what was observed, once an iteration after the update: an input normalizer learns from it. */
    void observe(Rollout fresh);
}
