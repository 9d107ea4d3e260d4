package org.ascentrl.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascentrl.actor.Actor;
import org.ascentrl.report.video.Film;
import org.ascentrl.run.Checkpoints;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascent evaluate}: runs the policy of a run over whole episodes. */
@Command(
        name = "evaluate",
        description = "Runs the policy of a run over whole episodes, with seeds that training never used.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent evaluate runs/cartpole-reinforce-20260101-120000 --episodes 100"})
final class EvaluateCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Parameters(paramLabel = "RUN", description = "A run directory.")
    private @Nullable Path directory;

    @Option(names = "--episodes", defaultValue = "100", description = "Number of episodes. Default: ${DEFAULT-VALUE}.")
    private int episodes;

    @Option(names = "--sample", description = "Sample actions as in training, instead of taking the most probable.")
    private boolean sample;

    @Option(names = "--best", description = "The policy of the best checkpoint, instead of the final one.")
    private boolean best;

    @Option(names = "--video", paramLabel = "FILE", description = "Film the episodes greedily, into an .mp4 or .gif.")
    private @Nullable Path video;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (episodes < 1) {
            throw new WrongUseException("--episodes " + episodes + ": must be at least 1");
        }
        RunDirectory run = run();
        Settings settings = RunOptions.settings(run);
        try (Experiment experiment = Plugins.bootstrapFor(settings).experiment(settings)) {
            Actor actor = experiment.learner().algorithm().actor();
            policy(run).restore(actor);
            print(experiment.evaluator(episodes).evaluate(actor, sample));
            if (video != null) {
                Film.shoot(experiment, actor, episodes, video);
            }
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

    private Snapshot policy(RunDirectory run) {
        Checkpoints checkpoints = run.checkpoints(1);
        Optional<Snapshot> policy = best
                ? checkpoints.bestActor()
                : Files.exists(run.policy())
                        ? Optional.of(SafeTensors.read(run.policy()).snapshot())
                        : checkpoints.latestActor();
        return policy.orElseThrow(() -> new WrongUseException(run.path() + ": the run has no "
                + (best ? "best checkpoint" : "policy") + " yet. Let it go on with: ascent resume " + run.path()));
    }

    private void print(Evaluation evaluation) {
        if (output.isJson()) {
            output.print(Map.of(
                    "mode", sample ? "sampled" : "greedy",
                    "mean", evaluation.meanReturn(),
                    "std", evaluation.deviation(),
                    "meanLength", evaluation.meanLength(),
                    "episodes", evaluation.episodes().size(),
                    "returns",
                            evaluation.episodes().stream()
                                    .map(e -> e.episodeReturn())
                                    .toList()));
        } else {
            output.writer()
                    .printf(
                            Locale.ROOT,
                            "%s return %.1f ± %.1f, length %.1f, over %d episodes%n",
                            sample ? "sampled" : "greedy",
                            evaluation.meanReturn(),
                            evaluation.deviation(),
                            evaluation.meanLength(),
                            evaluation.episodes().size());
        }
    }
}
