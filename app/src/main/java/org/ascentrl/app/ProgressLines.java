package org.ascentrl.app;

import java.io.PrintWriter;
import java.util.Locale;
import org.ascentrl.training.Outcome;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.jspecify.annotations.Nullable;

/** Prints a line of progress every few seconds, and one at the end. */
final class ProgressLines implements ProgressDisplay {

    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private long last;
    private @Nullable TrainingContext training;

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(TrainingContext training) {
        this.training = training;
        out.println("training on " + training.environment().id() + " for at most "
                + String.format(Locale.ROOT, "%,d", training.progress().budget()) + " steps");
        last = System.nanoTime();
    }

    @Override
    public void updated(UpdateReport update) {
        if (System.nanoTime() - last >= EVERY_NANOS) {
            last = System.nanoTime();
            line(update.training());
        }
    }

    @Override
    public void ended(Outcome outcome) {
        if (training != null && !(outcome instanceof Outcome.Failed)) {
            line(training);
        }
    }

    private void line(TrainingContext training) {
        double speed = training.stepsPerSecond();
        long left = training.progress().budget() - training.progress().steps();
        out.printf(
                Locale.ROOT,
                "%,9d steps  %3.0f %%  %s  %,d episodes  %,.0f steps/s  %s left%n",
                training.progress().steps(),
                100 * training.progress().fraction(),
                ProgressDisplay.returnOf(training),
                training.episodes(),
                speed,
                duration(speed > 0 ? Math.max(0, left) / speed : 0));
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
