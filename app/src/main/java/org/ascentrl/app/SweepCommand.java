package org.ascentrl.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.ascentrl.report.plot.LearningCurve;
import org.ascentrl.report.plot.RunCurve;
import org.ascentrl.report.plot.TrainingCurve;
import org.ascentrl.report.sweep.SeedResult;
import org.ascentrl.report.sweep.SweepCsv;
import org.ascentrl.report.sweep.SweepJson;
import org.ascentrl.report.sweep.SweepResult;
import org.ascentrl.report.sweep.SweepSummary;
import org.ascentrl.report.sweep.SweepTable;
import org.ascentrl.run.RunDirectory;
import org.ascentrl.run.RunSummary;
import org.ascentrl.run.TrainingRun;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ascent sweep}: the same settings under several seeds. */
@Command(
        name = "sweep",
        description = {
            "Trains with the seeds 1 to N and reports them together: a table, the interquartile mean with its 95 %%",
            "bootstrap interval, and the learning curve. Each seed's result is that of a run by itself."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent sweep cartpole-reinforce --seeds 10"})
final class SweepCommand implements Callable<Integer>, NeedsCommand.Configured {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--seeds", defaultValue = "10", description = "Number of seeds. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(names = "--run", paramLabel = "DIR", description = "The sweep's directory, which must not exist yet.")
    private @Nullable Path directory;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (seeds < 1) {
            throw new WrongUseException("--seeds " + seeds + ": must be at least 1");
        }
        String environment;
        OptionalDouble threshold;
        try (Experiment first = experiment(1)) {
            environment = first.chosen("environment");
            threshold = first.environment().spec().rewardThreshold();
        }
        Path sweep = directory != null ? directory : RunOptions.newDirectory(options.name() + "-sweep");
        RunDirectory.create(sweep);
        options.note().ifPresent(output::note);
        SweepResult result = new SweepResult(options.name(), environment, threshold, runAll(sweep));
        write(sweep, result);
        return result.failed().isEmpty() ? 0 : 1;
    }

    @Override
    public Settings settings() {
        return options.read();
    }

    private Experiment experiment(long seed) {
        Settings settings = options.read("seed=" + seed, "training.threads=1");
        return Plugins.bootstrapFor(settings).experiment(settings);
    }

    /** As many at a time as there are processors; each collects on one thread. */
    private List<SeedResult> runAll(Path sweep) {
        int parallel = Math.min(seeds, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<SeedResult>> running = LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> threads.submit(() -> run(seed, sweep.resolve("seed-" + seed))))
                    .toList();
            List<SeedResult> results = new ArrayList<>();
            for (Future<SeedResult> one : running) {
                SeedResult result = one.get();
                results.add(result);
                if (!output.isJson()) {
                    output.writer().println(describe(result));
                }
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A seed that fails is part of the result. */
    private SeedResult run(long seed, Path directory) {
        try (Experiment experiment = experiment(seed)) {
            RunSummary summary = TrainingRun.create(experiment, directory).run().orElseThrow();
            RunCurve.draw(directory, summary);
            return SeedResult.of(directory, summary);
        } catch (RuntimeException e) {
            return new SeedResult.Failed(seed, directory, String.valueOf(e.getMessage()));
        }
    }

    private static String describe(SeedResult result) {
        return result instanceof SeedResult.Failed failed
                ? "seed " + failed.seed() + " failed: " + failed.message()
                : "seed " + result.seed() + (result.solved() ? " solved" : " not solved");
    }

    private void write(Path sweep, SweepResult result) {
        SweepSummary summary = SweepSummary.of(result);
        String table = SweepTable.markdown(result, summary);
        try {
            Files.writeString(sweep.resolve("sweep.md"), table);
            Files.writeString(sweep.resolve("sweep.csv"), SweepCsv.seeds(result));
            Files.writeString(sweep.resolve("summary.csv"), SweepCsv.summary(result, summary));
            List<TrainingCurve> curves = new ArrayList<>();
            for (SeedResult.Finished run : result.finished()) {
                TrainingCurve curve = TrainingCurve.ofRun(run.run());
                if (!curve.isEmpty()) {
                    curves.add(curve);
                }
            }
            if (!curves.isEmpty()) {
                LearningCurve.ofSweep(options.name(), curves, result.rewardThreshold())
                        .write(sweep.resolve("learning-curve.png"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(sweep + ": cannot be written", e);
        }
        if (output.isJson()) {
            output.print(SweepJson.of(result, summary));
        } else {
            PrintWriter out = output.writer();
            out.println();
            out.println(table);
            out.println("sweep      " + sweep);
        }
    }
}
