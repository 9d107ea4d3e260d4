package org.ascentrl.training;

/** The end of a training. */
public sealed interface Outcome {

    /** The budget of steps is used, or the goal was reached before: see {@link TrainingContext#finish}. */
    record Done() implements Outcome {}

    /** Somebody asked to stop: see {@link TrainingContext#requestStop}. */
    record Stopped() implements Outcome {}

    /**
     * An exception ended training. The algorithm may be in the middle of an update: its state is not worth saving.
     *
     * @param cause thrown on after all listeners were called
     */
    record Failed(Throwable cause) implements Outcome {}
}
