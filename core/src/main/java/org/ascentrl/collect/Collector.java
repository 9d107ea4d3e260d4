package org.ascentrl.collect;

import java.util.Set;
import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;

/**
 * Collects experience: on this thread, on several, or on other machines. The experience depends only on the settings
 * and the seed, not on where or on how many threads it is collected. Episodes continue from one rollout to the next.
 *
 * <p>Its state between rollouts is the progress of each slot's episode. Restored into a new collector, it collects the
 * same next rollout.
 */
public interface Collector extends AutoCloseable, Stateful {

    /**
     * Collects the next rollout.
     *
     * @param actor chooses the actions; its state is copied to every thread or machine that acts
     * @param extras recorded, too; everything else is the same whatever they are
     * @throws org.ascentrl.env.vector.EnvironmentException if an environment fails
     * @throws IllegalStateException if log-probabilities are asked for, and the actor does not give them
     */
    Rollout collect(Actor actor, Horizon horizon, Set<Extra> extras, Progress p);

    /** Collects the next rollout without extras. */
    default Rollout collect(Actor actor, Horizon horizon, Progress p) {
        return collect(actor, horizon, Set.of(), p);
    }

    /** Idempotent. */
    @Override
    void close();
}
