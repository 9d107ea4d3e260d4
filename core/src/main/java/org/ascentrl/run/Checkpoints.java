package org.ascentrl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.TrainingContext;

/**
 * The checkpoints of a run: the latest few, {@code step-<steps>.safetensors}, and {@code best.safetensors}. Each holds
 * the state of the whole training under {@code run} and that of the actor, by itself, under {@code actor}. One is
 * written beside its place, flushed and moved there: whenever the process ends, the last complete one remains.
 */
public final class Checkpoints {

    private static final String BEST = "best.safetensors";
    private static final String SCORE = "score";

    private final Path directory;
    private final int keep;

    Checkpoints(Path directory, int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    /** Writes the latest checkpoint, and removes those that are not to be kept. */
    public void save(TrainingContext context) {
        String name = String.format(
                Locale.ROOT, "step-%012d.safetensors", context.progress().steps());
        write(name, context, Map.of());
        List<Path> all = latestFirst();
        all.subList(Math.min(keep, all.size()), all.size()).forEach(Checkpoints::delete);
    }

    /** Writes the best checkpoint. */
    public void saveBest(TrainingContext context, double score) {
        write(BEST, context, Map.of(SCORE, Double.toString(score)));
    }

    /** The score of the best checkpoint, if there is one. */
    public OptionalDouble bestScore() {
        Path best = directory.resolve(BEST);
        return Files.exists(best)
                ? OptionalDouble.of(
                        Double.parseDouble(SafeTensors.read(best).metadata().getOrDefault(SCORE, "-Infinity")))
                : OptionalDouble.empty();
    }

    /** The state of training in the latest checkpoint, to restore into a {@link TrainingContext}; empty without one. */
    public Optional<Snapshot> latest() {
        return latestFirst().stream().findFirst().map(file -> read(file).part("run"));
    }

    /** The actor of the latest checkpoint; empty without one. */
    public Optional<Snapshot> latestActor() {
        return latestFirst().stream().findFirst().map(file -> read(file).part("actor"));
    }

    /** The actor of the best checkpoint; empty without one. */
    public Optional<Snapshot> bestActor() {
        Path best = directory.resolve(BEST);
        return Files.exists(best) ? Optional.of(read(best).part("actor")) : Optional.empty();
    }

    private void write(String name, TrainingContext context, Map<String, String> metadata) {
        Snapshot snapshot = Snapshot.of(s -> {
            s.part("run", context);
            s.part("actor", context.algorithm().actor());
        });
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be created", e);
        }
        SafeTensors.write(directory.resolve(name), snapshot, metadata);
    }

    private static Snapshot read(Path file) {
        return SafeTensors.read(file).snapshot();
    }

    /** The name has the steps in a fixed width: the order of names is that of steps. */
    private List<Path> latestFirst() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("step-\\d+\\.safetensors"))
                    .sorted((a, b) -> b.getFileName().compareTo(a.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be read", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be removed", e);
        }
    }
}
