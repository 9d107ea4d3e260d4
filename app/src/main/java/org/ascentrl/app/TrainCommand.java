package org.ascentrl.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ascent train}: trains, evaluates, and leaves a run directory. */
@Command(
        name = "train",
        description = "Trains an agent, evaluates it, and leaves a run directory.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ascent train",
            "  ascent train cartpole-reinforce-textbook --set seed=3",
            "  ascent train my-settings.conf --run runs/mine"
        })
final class TrainCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Mixin
    private TrainingOutput output = new TrainingOutput();

    @Option(names = "--run", paramLabel = "DIR", description = "The run directory, which must not exist yet.")
    private @Nullable Path directory;

    @Option(names = "--explain", description = "Print each setting with the source of its value, and do not train.")
    private boolean explain;

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Experiment experiment = Plugins.bootstrapFor(settings).experiment(settings)) {
            if (explain) {
                output.show(settings.explain());
                return 0;
            }
            TrainingRun run = RunOptions.suited(() -> TrainingRun.create(experiment, runDirectory()));
            options.note().ifPresent(output::note);
            output.follow(experiment, run);
        }
        return 0;
    }

    @Override
    public Settings settings() {
        return options.read();
    }

    private Path runDirectory() {
        return directory != null ? directory : RunOptions.newDirectory(options.name());
    }
}
