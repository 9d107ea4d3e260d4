package org.ascentrl.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person, or a program, sees of a training. */
final class TrainingOutput {

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--video-episodes",
            defaultValue = "1",
            description =
                    "Greedy episodes to film at the end, into video.mp4; 0 films none. Default: ${DEFAULT-VALUE}.")
    private int filmed;

    /** Runs to the end, or until Ctrl-C, and says how it went. */
    void follow(TrainingRun run) {
        PrintWriter out = output.writer();
        try (Interruption interruption = Interruption.bySignals();
                ProgressDisplay progress = output.isJson() ? ProgressDisplay.none() : ProgressDisplay.on(out)) {
            Optional<Summary> summary = run.run(interruption, List.of(progress), filmed);
            if (summary.isEmpty()) {
                output.note(
                        "stopped; go on with: ascent resume " + run.directory().path());
            } else if (output.isJson()) {
                output.print(summary.get().asMap());
            } else {
                summary.get().print(out);
                out.println("run        " + run.directory().path());
            }
        }
    }
}
