package org.ascentrl.policy;

import org.ascentrl.env.Actions;
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

    /** The most probable action of each row. */
    void mode(Actions out);
}
