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
     * @param masks [N, C], what is allowed
     */
    Distribution distribution(Observations observations, Masks masks);

    /**
     * The numbers of a slot's memory that the noise of its distributions takes, where it stays the same for several steps; 0
     * where every step has noise of its own.
     */
    default int noiseSize() {
        return 0;
    }
}
