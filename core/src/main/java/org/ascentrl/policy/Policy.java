package org.ascentrl.policy;

import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;

/** π(a|s): a distribution over actions for each state. */
public interface Policy extends Model {

    /**
     * The distributions of actions for N raw observations.
     *
     * @param observations [N]
     * @param masks [N, C], the action masks
     */
    Distribution distribution(Observations observations, Masks masks);

    /**
     * Returns the size of a slot's memory for noise that stays the same for several steps; 0 if each step has
     * independent noise.
     */
    default int noiseSize() {
        return 0;
    }
}
