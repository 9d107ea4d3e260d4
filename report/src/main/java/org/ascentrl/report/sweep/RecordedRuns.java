package org.ascentrl.report.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascentrl.run.Json;
import org.jspecify.annotations.Nullable;

/** Reads what runs left in their directories. */
public final class RecordedRuns {

    private static final String SUMMARY = "summary.json";

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
     * The mean return from which a run counts as solved; empty if its environment has none, or the run has no summary.
     *
     * @throws IllegalArgumentException if the summary is none
     * @throws IOException if it cannot be read
     */
    public static OptionalDouble rewardThreshold(Path run) throws IOException {
        Path file = run.resolve(SUMMARY);
        return Files.exists(file)
                ? read(file, summary -> orEmpty(summary.get("rewardThreshold")))
                : OptionalDouble.empty();
    }

    /**
     * Reads the result of a run: failed, if it has no {@code summary.json}.
     *
     * @throws IllegalArgumentException if the summary is none, or without it {@code run.json}
     * @throws IOException if it cannot be read
     */
    public static SeedResult result(Path run) throws IOException {
        Path file = run.resolve(SUMMARY);
        if (!Files.exists(file)) {
            Path record = run.resolve("run.json");
            return new SeedResult.Failed(
                    read(record, map -> number(map, "seed").longValue()),
                    run,
                    "it has no summary.json: it failed, or has not ended yet");
        }
        return read(file, summary -> {
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
                    number(summary, "seed").longValue(),
                    run,
                    training,
                    score(evaluation, "greedy"),
                    score(evaluation, "sampled"),
                    String.valueOf(summary.get("weightsSha256")));
        });
    }

    /** @throws IllegalArgumentException if {@code reader} misses something in the object that {@code file} holds */
    private static <T> T read(Path file, Function<Map<String, @Nullable Object>, T> reader) throws IOException {
        try {
            return reader.apply(Json.parse(Files.readString(file)));
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(file + ": not that of a run", e);
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
