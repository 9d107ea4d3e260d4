package org.ascentrl.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascentrl.Ascent;
import org.ascentrl.collect.Collector;
import org.ascentrl.run.Checkpoints;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Trainer;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;

/**
 * Stops a training half-way, goes on from its checkpoint, and compares the weights with those of a training that was
 * never stopped: they are equal to the bit.
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
        System.out.println("never stopped:       " + neverStopped(directory.resolve("whole"), 20_000));
    }

    /** The fingerprint of the weights after so many steps, with a stop on the way. */
    static String stoppedAndResumed(Path directory, long steps) {
        RunDirectory run = newRun(directory, steps);
        train(run, new StopHalfWay());
        return train(run, new Callback() {});
    }

    static String neverStopped(Path directory, long steps) {
        return train(newRun(directory, steps), new Callback() {});
    }

    private static RunDirectory newRun(Path directory, long steps) {
        RunDirectory run = RunDirectory.create(directory);
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("training.steps=" + steps)
                .build()) {
            run.writeSettings(experiment.text());
        }
        return run;
    }

    // region resume
    /** Trains from the latest checkpoint, if there is one, and leaves another. */
    private static String train(RunDirectory run, Callback callback) {
        try (Experiment experiment = Ascent.experiment().file(run.settings()).build();
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            Trainer trainer = experiment.trainer(learner, collector, List.of(callback));
            Checkpoints checkpoints = run.checkpoints(1);
            checkpoints.latest().ifPresent(state -> state.restore(trainer.context()));
            checkpoints.save(trainer.train());
            return Snapshot.of(learner.algorithm().actor()).sha256();
        }
    }
    // endregion

    private static final class StopHalfWay implements Callback {

        @Override
        public void updated(TrainingContext context) {
            if (context.progress().fraction() >= 0.5) {
                context.requestStop();
            }
        }
    }
}
