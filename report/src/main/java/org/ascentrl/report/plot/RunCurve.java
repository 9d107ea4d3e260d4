package org.ascentrl.report.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ascentrl.run.RunSummary;

/** The learning curve of a run, as a file of its directory. */
public final class RunCurve {

    private RunCurve() {}

    /**
     * Writes {@code learning-curve.png} from {@code metrics.csv}; nothing if no episode ended, or the run has no sink {@code csv}.
     *
     * @param run the run's directory
     * @throws MetricsFormatException if {@code metrics.csv} is not a table of metrics
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static void draw(Path run, RunSummary summary) {
        try {
            TrainingCurve curve = TrainingCurve.ofRun(run);
            if (!curve.isEmpty()) {
                String title = summary.algorithm() + " on " + summary.environment();
                LearningCurve.ofRun(title, curve, summary.rewardThreshold()).write(run.resolve("learning-curve.png"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(run + ": learning-curve.png cannot be written", e);
        }
    }
}
