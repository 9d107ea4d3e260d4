package org.ascentrl.algorithm;

import java.util.List;
import java.util.Set;
import org.ascentrl.actor.Actor;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
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

    /** Returns the models that see observations, target networks included; the same instances each time. */
    List<Model> models();

    /** Returns the amount of experience for the next update. */
    Horizon horizon(Progress p);

    /**
     * Returns the optional quantities of a rollout that {@link #update} reads; the same each time.
     */
    default Set<Extra> extras() {
        return Set.of();
    }

    /**
     * Learns from fresh experience, collected by {@link #actor()} as it was after the last update.
     *
     * @param p the progress before these steps
     * @return the metrics of the update, under names that stay the same; none while nothing is learned yet
     */
    Metrics update(Rollout fresh, Progress p);

    /**
     * Runs the learning half of an iteration of the training loop: an update, after which all {@link #models} observe
     * the fresh rollout. So an input normalizer computes the same features in acting and in learning from it.
     *
     * @return the metrics of the update
     */
    default Metrics learn(Rollout fresh, Progress p) {
        Metrics metrics = update(fresh, p);
        models().forEach(model -> model.observe(fresh));
        return metrics;
    }
}
