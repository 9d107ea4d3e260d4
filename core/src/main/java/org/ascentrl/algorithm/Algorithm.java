package org.ascentrl.algorithm;

import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.Stateful;

/**
 * A way to learn: it says how to act, how much fresh experience it wants, and what to do with it.
 *
 * <p>On-policy algorithms learn from the rollout itself; off-policy ones add it to their replay buffer and learn from
 * samples. One thread uses an instance.
 */
public interface Algorithm extends Stateful {

    /** How to act; the same instance each time. */
    Actor actor();

    /** How much experience the next update wants. */
    Horizon horizon(Progress p);

    /**
     * Learns from fresh experience, collected by {@link #actor()} as it was after the last update.
     *
     * @param p the progress before these steps
     * @return what to report of the update, under names that stay the same; none while nothing is learned yet
     */
    Metrics update(Rollout fresh, Progress p);
}
