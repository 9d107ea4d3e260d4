package org.ascentrl.distribution;

import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;

/** A distribution over actions for each of N rows. */
public interface Distribution {

    /** log π(a|s) of the given actions: the log-density for real ones. [N] */
    Tensor logProb(Actions actions);

    /** In nats; differential for real actions. [N] */
    Tensor entropy();

    /** Draws an action for each row, on the host, from that row's stream. */
    void sample(RowRandom random, Actions out);

    /**
     * Draws an action for each row in the course of an episode, which may go on with noise of the steps before.
     *
     * @param memory [N, M], what is remembered of the steps before: zero where an episode starts;
     *     changed
     */
    default void sample(RowRandom random, float[] memory, Actions out) {
        sample(random, out);
    }

    /** The most probable action of each row. */
    void mode(Actions out);
}
