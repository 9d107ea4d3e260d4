package org.ascentrl.examples;

import java.nio.file.Path;
import org.ascentrl.Ascent;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.report.video.Recorder;
import org.ascentrl.report.video.Videos;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;

/**
 * Loads the policy of a run, evaluates it, and films an episode.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent train --run runs/hello} makes a run; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample07EvaluateAndRecord runs/hello episode.gif</pre>
 */
public final class Sample07EvaluateAndRecord {

    private Sample07EvaluateAndRecord() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("give a run directory, and the video to write: an .mp4 or a .gif");
            return;
        }
        Evaluation greedy = evaluateAndRecord(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.printf("return %.1f ± %.1f%n", greedy.meanReturn(), greedy.deviation());
    }

    static Evaluation evaluateAndRecord(Path directory, Path video) {
        // region evaluate
        RunDirectory run = RunDirectory.open(directory);
        try (Experiment experiment = Ascent.experiment().file(run.settings()).build()) {
            Actor actor = experiment.learner().algorithm().actor();
            SafeTensors.read(run.policy()).snapshot().restore(actor);

            try (Environment environment = experiment.environment().create();
                    VideoSink sink = Videos.open(video, environment.framesPerSecond())) {
                Recorder.record(environment, actor, experiment.random(), 1, 1_000, sink);
            }
            return experiment.evaluator(20).evaluate(actor, false);
        }
        // endregion
    }
}
