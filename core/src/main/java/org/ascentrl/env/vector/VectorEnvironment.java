package org.ascentrl.env.vector;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;

/**
 * Several environments of one kind that step together, in SAME-STEP mode: a slot whose episode ends starts its next one
 * within the same step. A step allocates nothing that the environments themselves do not.
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
     * Steps every active slot. Slots that rest keep their rows of {@code out}, with {@code terminated} and
     * {@code truncated} false, reward 0 and no info.
     *
     * @param actions one row a slot; rows of resting slots are not read
     * @param active which slots step
     * @throws IllegalStateException before the first reset
     * @throws EnvironmentException if an environment fails, also by refusing an action; reset before the next step
     */
    void step(Actions actions, boolean[] active, StepBatch out);

    /** Idempotent. */
    @Override
    void close();
}
