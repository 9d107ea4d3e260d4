package org.ascentrl.actor;

import org.ascentrl.env.space.Actions;
import org.ascentrl.state.Stateful;

/**
 * Chooses actions on the step path. Its state is all that a copy of it on another thread needs to act in the same way.
 */
public interface Actor extends Stateful {

    /**
     * Writes one action for each row of {@code in}, and its log-probability if the request asks for it and the actor
     * samples from a known distribution. The action of a row does not depend on the other rows.
     */
    void act(ActRequest in, Actions out);

    /** Returns M, the size of the memory that it keeps of each slot from step to step. */
    default int memorySize() {
        return 0;
    }
}
