package org.ascentrl.training;

/** Ends training once the task counts as solved. */
public final class StopWhenSolved implements Listener {

    @Override
    public void updated(UpdateReport update) {
        if (update.training().solvedAtStep().isPresent()) {
            update.training().finish();
        }
    }
}
