package org.ascentrl.training;

/** Stops training once the task counts as solved. */
public final class StopWhenSolved implements Callback {

    @Override
    public void updated(TrainingContext context) {
        if (context.solvedAtStep().isPresent()) {
            context.requestStop();
        }
    }
}
