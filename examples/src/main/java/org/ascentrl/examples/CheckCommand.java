package org.ascentrl.examples;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascentrl.env.EnvironmentChecker;
import org.ascentrl.wiring.EnvironmentSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ascent check}: whether an environment keeps its contract. */
@Command(
        name = "check",
        description = "Checks that an environment keeps its contract. Exit status 1 if it does not.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent check CartPole-v1"})
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        EnvironmentSource source = environment.source();
        EnvironmentChecker.Report report = EnvironmentChecker.check(source::create);
        PrintWriter out =
                Optional.ofNullable(command).orElseThrow().commandLine().getOut();
        out.println(report);
        return report.errors().isEmpty() ? 0 : 1;
    }
}
