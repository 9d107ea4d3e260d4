package org.ascentrl.training;

import org.ascentrl.experience.FinishedEpisode;

/**
 * Listens to a training, on the thread of the training loop. The order is {@code started}, then for each update its {@code
 * episode}s, {@code evaluated} if the policy was evaluated, and {@code updated}; at last {@code ended}.
 */
public interface Listener {

    /**
     * Called once before the first rollout.
     *
     * @param training the state of training, with updates already if it is resumed
     */
    default void started(TrainingContext training) {}

    /** Called for each episode that ended in the rollout of the update, slot by slot. */
    default void episode(FinishedEpisode episode) {}

    /** Called after each periodic evaluation, before {@link #updated}. */
    default void evaluated(Evaluation evaluation) {}

    /** Called after each update. */
    default void updated(UpdateReport update) {}

    /**
     * Called once at the end, also where training failed, where {@link #started} did, and where another listener fails in
     * this method: the place to write what is held back and to release resources.
     */
    default void ended(Outcome outcome) {}
}
