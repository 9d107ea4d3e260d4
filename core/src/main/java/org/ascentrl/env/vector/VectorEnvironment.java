package org.ascentrl.env.vector;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;

/**
 * Several environments with the same spec that step together, in Gymnasium's SAME_STEP mode: a slot whose episode ends
 * starts its next one within the same step. A step allocates nothing beyond what the environments allocate.
 */
public interface VectorEnvironment extends AutoCloseable {

    /** The number of slots. */
    int size();

    EnvironmentSpec spec();

    /**
     * Starts episode 0 of every slot, and fixes the seeds of all later ones. Rewards become 0, and no slot is done.
     *
     * @throws EnvironmentException if an environment fails
     */
    void reset(EpisodeSeeds seeds, StepBatch out);

    /**
     * Steps every active slot. Resting slots keep their observations in {@code out}, with terminated and truncated
     * false, reward 0 and no info.
     *
     * @param actions a row for each slot; those of resting slots are not read
     * @param active which slots step
     * @throws IllegalStateException before the first reset
     * @throws EnvironmentException if an environment fails or refuses an action; call reset before the next step
     */
    void step(Actions actions, boolean[] active, StepBatch out);

    /** Idempotent. */
    @Override
    void close();
}
