package org.ascentrl.examples;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ascent resume}: goes on with a run that was stopped. */
@Command(
        name = "resume",
        description = {
            "Goes on where a run stopped, from its latest checkpoint; without one, from its seed.",
            "The result is that of a run which was never stopped, to the bit."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent resume runs/cartpole-reinforce-20260101-120000"})
final class ResumeCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Parameters(paramLabel = "RUN", description = "A run directory.")
    private @Nullable Path directory;

    @Mixin
    private TrainingOutput output = new TrainingOutput();

    @Override
    public Integer call() {
        RunDirectory run = run();
        Settings settings = RunOptions.settings(run);
        try (Experiment experiment = Plugins.bootstrapFor(settings).experiment(settings)) {
            output.follow(TrainingRun.open(experiment, run));
        }
        return 0;
    }

    @Override
    public Settings settings() {
        return RunOptions.settings(run());
    }

    private RunDirectory run() {
        return RunDirectory.open(RunOptions.given(directory));
    }
}
