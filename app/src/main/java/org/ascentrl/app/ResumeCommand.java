package org.ascentrl.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ascent resume}: resumes a run that was stopped. */
@Command(
        name = "resume",
        description = {
            "Resumes a stopped run from its latest checkpoint; without one, from its seed.",
            "The result is, bit for bit, that of a run that was never stopped."
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
        Path run = RunOptions.given(directory);
        Settings settings = settings();
        try (Experiment experiment = Plugins.bootstrapFor(settings).experiment(settings)) {
            output.follow(experiment, RunOptions.suited(() -> TrainingRun.resume(experiment, run)));
        }
        return 0;
    }

    @Override
    public Settings settings() {
        return RunOptions.settings(RunDirectory.open(RunOptions.given(directory)));
    }
}
