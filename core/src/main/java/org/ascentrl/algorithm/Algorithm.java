package org.ascentrl.algorithm;

import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;

/**
 * A learning algorithm: it provides an actor, the amount of fresh experience it needs, and the update from it.
 *
 * <p>On-policy algorithms learn from the rollout itself; off-policy ones add it to their replay buffer and learn from
 * samples. Not thread-safe.
 */
public interface Algorithm extends Stateful {

    /** Returns the actor; the same instance each time. */
    Actor actor();

    /** Returns the amount of experience for the next update. */
    Horizon horizon(Progress p);

    /**
     * Learns from fresh experience, collected by {@link #actor()} as it was after the last update.
     *
     * @param p the progress before these steps
     * @return the metrics of the update, under names that stay the same; none while nothing is learned yet
     */
    Metrics update(Rollout fresh, Progress p);
}
