package org.ascentrl.policy;

import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** π(a|s): what to do in each state. */
public interface Policy extends Stateful {

    /**
     * The distributions of actions for N raw observations.
     *
     * @param observations [N, D]
     * @param masks [N, C], what is allowed
     */
    Distribution distribution(Tensor observations, Masks masks);

    List<Parameter> parameters();

    /** How many numbers its distributions remember of each slot from step to step. */
    default int memorySize() {
        return 0;
    }

    /** Takes in what was observed, once an iteration after the update: an input normalizer learns from it. */
    default void observe(Rollout fresh) {}
}
