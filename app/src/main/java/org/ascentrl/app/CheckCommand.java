package org.ascentrl.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.ascentrl.env.check.EnvironmentChecker;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.settings.hocon.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ascent check}: whether an environment keeps its contract. */
@Command(
        name = "check",
        description = "Checks that an environment keeps its contract. Exit status 1 if it does not.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent check CartPole-v1"})
final class CheckCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Settings settings() {
        return environment.settings();
    }

    @Override
    public Integer call() {
        EnvironmentFactory source = environment.source();
        EnvironmentChecker.Report report = EnvironmentChecker.check(source::create);
        if (output.isJson()) {
            output.print(asMap(report));
        } else {
            output.writer().println(report);
        }
        return report.errors().isEmpty() ? 0 : 1;
    }

    private static Map<String, Object> asMap(EnvironmentChecker.Report report) {
        return Map.of(
                "environment", report.environment(),
                "episodes", report.episodes(),
                "steps", report.steps(),
                "errors", report.errors().stream().map(CheckCommand::asMap).toList(),
                "warnings", report.warnings().stream().map(CheckCommand::asMap).toList());
    }

    private static Map<String, String> asMap(EnvironmentChecker.Finding finding) {
        return Map.of(
                "rule", finding.rule().name(),
                "statement", finding.rule().statement(),
                "what", finding.what(),
                "advice", finding.rule().advice());
    }
}
