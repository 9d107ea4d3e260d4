package org.ascentrl.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.ascentrl.run.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The output of a command: for people, or JSON for programs. */
final class Output {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print JSON and nothing else.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    PrintWriter writer() {
        return Optional.ofNullable(command).orElseThrow().commandLine().getOut();
    }

    /** Tells people something that is no result. */
    void note(String text) {
        CommandLine line = Optional.ofNullable(command).orElseThrow().commandLine();
        (json ? line.getErr() : line.getOut()).println(text);
    }

    void print(Map<String, ? extends @Nullable Object> object) {
        writer().println(Json.render(object));
    }
}
