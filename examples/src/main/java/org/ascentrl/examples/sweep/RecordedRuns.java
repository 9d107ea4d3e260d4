package org.ascentrl.examples.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascentrl.run.Json;
import org.jspecify.annotations.Nullable;

/** Reads what runs left in their directories. */
public final class RecordedRuns {

    private RecordedRuns() {}

    /**
     * The run directories that {@code directory} stands for: those of a sweep's seeds, or itself if it is a run.
     *
     * @throws IllegalArgumentException if it is neither
     * @throws IOException if it cannot be read
     */
    public static List<Path> directories(Path directory) throws IOException {
        if (isRun(directory)) {
            return List.of(directory);
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> runs = files.filter(RecordedRuns::isRun).sorted().toList();
                if (!runs.isEmpty()) {
                    return runs;
                }
            }
        }
        throw new IllegalArgumentException(directory + ": neither a run nor a sweep. Name directories that train or"
                + " sweep have made, as runs/cartpole-ppo-20260101-120000");
    }

    private static boolean isRun(Path directory) {
        return Files.isRegularFile(directory.resolve("settings.conf"));
    }

    /**
     * What became of a run: failed, if it has no {@code summary.json}.
     *
     * @param seed it was run with
     * @throws IllegalArgumentException if the summary is none
     * @throws IOException if it cannot be read
     */
    public static SeedResult result(Path run, long seed) throws IOException {
        Path file = run.resolve("summary.json");
        if (!Files.exists(file)) {
            return new SeedResult.Failed(seed, run, "it has no summary.json: it failed, or has not ended yet");
        }
        try {
            Map<String, @Nullable Object> summary = Json.parse(Files.readString(file));
            Map<?, ?> evaluation = member(summary, "evaluation", Map.class);
            SeedResult.Training training = new SeedResult.Training(
                    number(summary, "steps").longValue(),
                    number(summary, "episodes").longValue(),
                    summary.get("solvedAtStep") instanceof Number step
                            ? OptionalLong.of(step.longValue())
                            : OptionalLong.empty(),
                    orEmpty(summary.get("finalMeanReturn100")),
                    orEmpty(summary.get("bestMeanReturn100")),
                    number(summary, "wallSeconds").doubleValue(),
                    number(summary, "stepsPerSecond").doubleValue());
            return new SeedResult.Finished(
                    seed,
                    run,
                    training,
                    score(evaluation, "greedy"),
                    score(evaluation, "sampled"),
                    String.valueOf(summary.get("weightsSha256")));
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(file + ": not the summary of a run", e);
        }
    }

    private static SeedResult.Score score(Map<?, ?> evaluation, String name) {
        Map<?, ?> score = member(evaluation, name, Map.class);
        return new SeedResult.Score(
                number(score, "mean").doubleValue(),
                number(score, "std").doubleValue(),
                number(score, "episodes").intValue());
    }

    private static Number number(Map<?, ?> object, String name) {
        return member(object, name, Number.class);
    }

    private static <T> T member(Map<?, ?> object, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(object.get(name), name));
    }

    private static OptionalDouble orEmpty(@Nullable Object number) {
        return number instanceof Number known ? OptionalDouble.of(known.doubleValue()) : OptionalDouble.empty();
    }
}
