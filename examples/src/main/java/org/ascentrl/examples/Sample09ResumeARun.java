package org.ascentrl.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ascentrl.Ascent;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.RunSummary;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.training.Listener;
import org.ascentrl.training.UpdateReport;
import org.ascentrl.wiring.Experiment;

/**
 * Stops a run half-way, resumes it from its checkpoint, and compares the weights with those of a run that was never stopped:
 * they are equal, bit for bit.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample09ResumeARun</pre>
 */
public final class Sample09ResumeARun {

    private Sample09ResumeARun() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("ascent");
        System.out.println("stopped and resumed: " + stoppedAndResumed(directory.resolve("stopped"), 20_000));
        System.out.println("never stopped:       " + start(directory.resolve("whole"), 20_000));
    }

    /** Gives the digest of the weights after so many steps, with a stop on the way. */
    static String stoppedAndResumed(Path directory, long steps) {
        start(directory, steps, new StopHalfWay());
        return resume(directory);
    }

    // region resume
    /** Trains into a new directory; gives the digest of the weights, or that the run was stopped. */
    static String start(Path directory, long steps, Listener... listeners) {
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("training.steps=" + steps)
                .build()) {
            return digest(TrainingRun.create(experiment, directory).run(listeners));
        }
    }

    /** Resumes the run in the directory. */
    private static String resume(Path directory) {
        Path settings = RunDirectory.open(directory).settings();
        try (Experiment experiment = Ascent.experiment().file(settings).build()) {
            return digest(TrainingRun.resume(experiment, directory).run());
        }
    }

    private static String digest(Optional<RunSummary> summary) {
        return summary.map(RunSummary::weightsSha256).orElse("stopped");
    }

    /** Asks the run to stop, as Ctrl-C does. */
    private static final class StopHalfWay implements Listener {

        @Override
        public void updated(UpdateReport update) {
            if (update.training().progress().fraction() >= 0.5) {
                update.training().requestStop();
            }
        }
    }
    // endregion
}
