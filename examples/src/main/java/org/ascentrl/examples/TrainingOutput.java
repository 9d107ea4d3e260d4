package org.ascentrl.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.ascentrl.run.Json;
import org.ascentrl.training.Callback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a person, or a program, sees of a training. */
final class TrainingOutput {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print the summary as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--video-episodes",
            defaultValue = "1",
            description =
                    "Greedy episodes to film at the end, into video.mp4; 0 films none. Default: ${DEFAULT-VALUE}.")
    private int filmed;

    /** Runs to the end, or until Ctrl-C, and says how it went. */
    void follow(TrainingRun run) {
        PrintWriter out =
                Optional.ofNullable(command).orElseThrow().commandLine().getOut();
        List<Callback> watchers = json ? List.of() : List.of(new ProgressLines(out));
        try (Interruption interruption = Interruption.bySignals()) {
            Optional<Summary> summary = run.run(interruption, watchers, filmed);
            if (summary.isEmpty()) {
                out.println(
                        "stopped; go on with: ascent resume " + run.directory().path());
            } else if (json) {
                out.println(Json.render(summary.get().asMap()));
            } else {
                summary.get().print(out);
                out.println("run        " + run.directory().path());
            }
        }
    }
}
