package org.ascentrl.app;

import java.io.PrintWriter;
import java.util.Optional;
import org.ascentrl.actor.Actor;
import org.ascentrl.report.plot.RunCurve;
import org.ascentrl.report.video.Film;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.RunSummary;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.wiring.Experiment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The output of a training: progress, the result, a learning curve and a video. */
final class TrainingOutput {

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--video-episodes",
            defaultValue = "1",
            description =
                    "Greedy episodes to film at the end, into video.mp4; 0 films none. Default: ${DEFAULT-VALUE}.")
    private int filmed;

    /** Tells people something that is no result. */
    void note(String text) {
        output.note(text);
    }

    /** Prints a text as the result. */
    void show(String text) {
        output.writer().print(text);
        output.writer().flush();
    }

    /** Trains to the end, or until Ctrl-C, and prints the result. */
    void follow(Experiment experiment, TrainingRun run) {
        PrintWriter out = output.writer();
        RunDirectory directory = run.directory();
        try (Interruption interruption = new Interruption();
                ProgressDisplay progress = output.isJson() ? ProgressDisplay.none() : ProgressDisplay.on(out)) {
            Optional<RunSummary> summary = run.run(interruption, progress);
            if (summary.isEmpty()) {
                output.note("stopped; go on with: ascent resume " + directory.path());
                return;
            }
            RunCurve.draw(directory.path(), summary.get());
            if (filmed > 0 && Film.possible(experiment)) {
                Actor actor = run.learner().algorithm().actor();
                Film.shoot(experiment, actor, filmed, directory.path().resolve("video.mp4"));
            }
            if (output.isJson()) {
                output.print(summary.get().asMap());
            } else {
                SummaryText.print(summary.get(), out);
                out.println("run        " + directory.path());
            }
        }
    }
}
