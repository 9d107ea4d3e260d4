package org.ascentrl.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ascentrl.training.Listener;
import org.ascentrl.training.TrainingContext;
import picocli.CommandLine.Help.Ansi;

/** Shows the progress of training: as a bar on a terminal, as a line every few seconds elsewhere. */
interface ProgressDisplay extends Listener, AutoCloseable {

    static ProgressDisplay on(PrintWriter out) {
        return Ansi.AUTO.enabled() ? new ProgressBarDisplay(ProgressBarDisplay.console()) : new ProgressLines(out);
    }

    static ProgressDisplay none() {
        return new ProgressDisplay() {};
    }

    /** As {@code return 254.1 / 475}: of the last 100 episodes, against the threshold, if there is one. */
    static String returnOf(TrainingContext training) {
        OptionalDouble mean = training.meanReturn();
        OptionalDouble threshold = training.environment().rewardThreshold();
        return "return "
                + (mean.isPresent() ? String.format(Locale.ROOT, "%.1f", mean.getAsDouble()) : "-")
                + (threshold.isPresent() ? " / " + SummaryText.plain(threshold.getAsDouble()) : "");
    }

    @Override
    default void close() {}
}
