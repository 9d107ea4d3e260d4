package org.ascentrl.examples;

import java.io.PrintWriter;
import java.util.Locale;
import org.ascentrl.training.TrainingContext;

/** Prints a line of progress every few seconds, and one at the end. */
final class ProgressLines implements ProgressDisplay {

    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private long last;

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(TrainingContext context) {
        out.println("training on " + context.environment().id() + " for at most "
                + String.format(Locale.ROOT, "%,d", context.progress().budget()) + " steps");
        last = System.nanoTime();
    }

    @Override
    public void updated(TrainingContext context) {
        if (System.nanoTime() - last >= EVERY_NANOS) {
            last = System.nanoTime();
            line(context);
        }
    }

    @Override
    public void ended(TrainingContext context) {
        line(context);
    }

    private void line(TrainingContext context) {
        double speed = context.stepsPerSecond();
        long left = context.progress().budget() - context.progress().steps();
        out.printf(
                Locale.ROOT,
                "%,9d steps  %3.0f %%  %s  %,d episodes  %,.0f steps/s  %s left%n",
                context.progress().steps(),
                100 * context.progress().fraction(),
                ProgressDisplay.returnOf(context),
                context.episodes(),
                speed,
                duration(speed > 0 ? Math.max(0, left) / speed : 0));
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
