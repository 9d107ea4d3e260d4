package org.ascentrl.experience;

/**
 * The progress of training, on which schedules run.
 *
 * @param steps environment steps taken, over all slots
 * @param budget the total number of environment steps
 */
public record Progress(long steps, long budget) {

    /** Returns the fraction of the budget that was used, at most 1. */
    public double fraction() {
        return Math.min(1, (double) steps / budget);
    }

    public Progress plus(long more) {
        return new Progress(steps + more, budget);
    }

    public boolean done() {
        return steps >= budget;
    }
}
