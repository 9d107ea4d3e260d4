package org.ascentrl.collect;

import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;

/**
 * Collects experience: in this thread, in several, or elsewhere. What is collected depends on the settings and the seed
 * alone, never on where or on how many threads. Episodes go on from one rollout to the next.
 *
 * <p>Its state, between rollouts, is where each slot's episode stands. Restored into a new collector, the next rollout
 * is the one that would have followed.
 */
public interface Collector extends AutoCloseable, Stateful {

    /**
     * The next rollout.
     *
     * @param learner how to act; its state is copied to wherever else acting is done
     * @throws org.ascentrl.env.vector.EnvironmentException if an environment fails
     */
    Rollout collect(Actor learner, Horizon horizon, Progress p);

    /** Idempotent. */
    @Override
    void close();
}
