package org.ascentrl.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascentrl.report.plot.LearningCurve;
import org.ascentrl.report.plot.TrainingCurve;
import org.ascentrl.report.sweep.Comparison;
import org.ascentrl.report.sweep.RecordedRuns;
import org.ascentrl.report.sweep.SeedResult;
import org.ascentrl.report.sweep.SweepResult;
import org.ascentrl.run.RunDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ascent compare}: runs and sweeps of several settings, side by side. It reads what they left alone: what they were
 * made of need not be there.
 */
@Command(
        name = "compare",
        description = {
            "Compares runs and sweeps on one environment: a table, the probability that one does better than another,",
            "and their learning curves. Runs that differ in their seed alone count as one: of these alone, as of",
            "a sweep that was stopped, it makes the table."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ascent compare runs/cartpole-ppo-sweep runs/cartpole-a2c-sweep"})
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Directories of runs or sweeps.")
    private List<Path> directories = List.of();

    @Option(names = "--run", paramLabel = "DIR", description = "Where the comparison goes; it must not exist yet.")
    private @Nullable Path target;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try {
            List<SweepResult> sweeps = sweeps();
            Comparison comparison = new Comparison(sweeps);
            Path directory = target != null ? target : RunOptions.newDirectory("compare");
            RunDirectory.create(directory);
            Files.writeString(directory.resolve("compare.md"), comparison.markdown());
            draw(sweeps, directory.resolve("learning-curves.png"));
            if (output.isJson()) {
                output.print(comparison.asMap());
            } else {
                PrintWriter out = output.writer();
                out.println(comparison.markdown());
                out.println("comparison " + directory);
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private List<SweepResult> sweeps() throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Path directory : directories) {
            for (Path run : RecordedRuns.directories(directory)) {
                groups.computeIfAbsent(settingsButSeed(run), text -> new Group(nameOf(directory, groups.values())))
                        .add(run);
            }
        }
        return groups.values().stream().map(Group::result).toList();
    }

    /** The last part of the path, if that tells it from the others. */
    private static String nameOf(Path directory, Collection<Group> others) {
        String last = directory.toAbsolutePath().normalize().getFileName().toString();
        return others.stream().anyMatch(group -> group.name.equals(last)) ? directory.toString() : last;
    }

    /** Without the number of threads too: it changes no result. */
    private static String settingsButSeed(Path run) throws IOException {
        return Files.readAllLines(run.resolve("settings.conf")).stream()
                .filter(line -> !line.matches("\\s*(seed|threads) = .*"))
                .collect(Collectors.joining("\n"));
    }

    /** The runs of one form of settings. */
    private static final class Group {

        private final String name;
        private final List<SeedResult> results = new ArrayList<>();
        private String environment = "";
        private OptionalDouble threshold = OptionalDouble.empty();

        Group(String name) {
            this.name = name;
        }

        void add(Path run) throws IOException {
            environment = RunOptions.settings(RunDirectory.open(run))
                    .named("environment")
                    .get(0);
            OptionalDouble recorded = RecordedRuns.rewardThreshold(run);
            threshold = recorded.isPresent() ? recorded : threshold;
            results.add(RecordedRuns.result(run));
        }

        SweepResult result() {
            return new SweepResult(name, environment, threshold, results);
        }
    }

    private static void draw(List<SweepResult> sweeps, Path file) throws IOException {
        Map<String, List<TrainingCurve>> curves = new LinkedHashMap<>();
        for (SweepResult sweep : sweeps) {
            List<TrainingCurve> runs = new ArrayList<>();
            for (SeedResult.Finished run : sweep.finished()) {
                TrainingCurve curve = TrainingCurve.ofRun(run.run());
                if (!curve.isEmpty()) {
                    runs.add(curve);
                }
            }
            if (!runs.isEmpty()) {
                curves.put(sweep.settings(), runs);
            }
        }
        if (!curves.isEmpty()) {
            LearningCurve.ofComparison(
                            sweeps.get(0).environment(), curves, sweeps.get(0).rewardThreshold())
                    .write(file);
        }
    }
}
