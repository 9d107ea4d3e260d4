package org.ascentrl.experience;

/**
 * The progress of training, on which schedules run.
 *
 * @param steps environment steps taken, over all slots
 * @param budget environment steps in all
 */
public record Progress(long steps, long budget) {

    /** From 0 to 1; never beyond. */
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
