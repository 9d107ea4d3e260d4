package org.ascentrl.sink;

import org.ascentrl.training.Listener;

/** A listener that records a run: in files of the run's directory, or elsewhere. */
public interface Sink extends Listener {

    /**
     * Hands over all that was recorded so far: a checkpoint must not know of updates that the record lacks. Called before
     * each checkpoint, also after {@link #ended}.
     */
    default void flush() {}
}
