package org.ascentrl.training;

/** Is told how training goes, on the thread of the training loop; may ask it to stop. */
public interface Callback {

    /** Before the first rollout. */
    default void started(TrainingContext context) {}

    /** After each update. */
    default void updated(TrainingContext context) {}

    /** After the last update. */
    default void ended(TrainingContext context) {}
}
