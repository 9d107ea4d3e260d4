package org.ascentrl.actor;

import org.ascentrl.env.space.Actions;
import org.ascentrl.state.Stateful;

/** Chooses actions on the step path. Its state is what a copy of it on another thread needs to act alike. */
public interface Actor extends Stateful {

    /**
     * Fills one action for each row of {@code in}; and its log-probability if the request asks for it, where the actor draws
     * actions from a known distribution. What a row gets does not depend on the other rows.
     */
    void act(ActRequest in, Actions out);

    /** Returns M, how many numbers it remembers of each slot from step to step. */
    default int memorySize() {
        return 0;
    }
}
