package org.ascentrl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ascentrl.state.FileFailure;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.StateException;
import org.ascentrl.training.TrainingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run: the latest few, {@code step-<steps>.safetensors}, and {@code best.safetensors}; beside each a
 * {@code .json} that says how training stood. Each holds the state of the whole training under {@code run} and that of
 * the actor, by itself, under {@code actor}. One is written beside its place, flushed and moved there: whenever the
 * process ends, the last complete one remains. One that cannot be read all the same is passed over for the one before.
 */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final String TENSORS = ".safetensors";
    private static final String BEST = "best";
    private static final String SCORE = "score";

    private final Path directory;
    private final int keep;

    Checkpoints(Path directory, int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    /** Writes the latest checkpoint, and removes those that are not to be kept. */
    public void save(TrainingContext context) {
        String name =
                String.format(Locale.ROOT, "step-%012d", context.progress().steps());
        write(name, context, OptionalDouble.empty());
        List<String> all = latestFirst();
        int latest = all.indexOf(name); // those before it are of a training that went on from here another way
        all.subList(0, latest).forEach(this::delete);
        all.subList(Math.min(latest + keep, all.size()), all.size()).forEach(this::delete);
    }

    /** Writes the best checkpoint. */
    public void saveBest(TrainingContext context, double score) {
        write(BEST, context, OptionalDouble.of(score));
    }

    /** The score of the best checkpoint, if there is one. */
    public OptionalDouble bestScore() {
        return Files.exists(tensors(BEST))
                ? OptionalDouble.of(Double.parseDouble(
                        SafeTensors.read(tensors(BEST)).metadata().getOrDefault(SCORE, "-Infinity")))
                : OptionalDouble.empty();
    }

    /** The state of training in the latest checkpoint, to restore into a {@link TrainingContext}; empty without one. */
    public Optional<Snapshot> latest() {
        return latestReadable().map(state -> state.part("run"));
    }

    /** The actor of the latest checkpoint; empty without one. */
    public Optional<Snapshot> latestActor() {
        return latestReadable().map(state -> state.part("actor"));
    }

    /** The actor of the best checkpoint; empty without one. */
    public Optional<Snapshot> bestActor() {
        return Files.exists(tensors(BEST)) ? Optional.of(read(BEST).part("actor")) : Optional.empty();
    }

    private Optional<Snapshot> latestReadable() {
        List<String> names = latestFirst();
        for (String name : names) {
            try {
                return Optional.of(read(name));
            } catch (StateException e) {
                if (name.equals(names.get(names.size() - 1))) {
                    throw e;
                }
                LOG.warn("{} The checkpoint before it is taken", e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void write(String name, TrainingContext context, OptionalDouble score) {
        Snapshot snapshot = Snapshot.of(s -> {
            s.part("run", context);
            s.part("actor", context.algorithm().actor());
        });
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw FileFailure.cannotWrite(directory, e);
        }
        Map<String, String> metadata = new HashMap<>();
        Map<String, Object> standing = standing(context);
        score.ifPresent(s -> {
            metadata.put(SCORE, Double.toString(s));
            standing.put(SCORE, s);
        });
        unfinished().forEach(Checkpoints::delete);
        SafeTensors.write(tensors(name), snapshot, metadata);
        RunDirectory.replace(json(name), Json.render(standing));
    }

    private static Map<String, Object> standing(TrainingContext context) {
        Map<String, Object> standing = new LinkedHashMap<>();
        standing.put("steps", context.progress().steps());
        standing.put("episodes", context.episodes());
        standing.put("updates", context.updates());
        context.meanReturn().ifPresent(mean -> standing.put("meanReturn100", mean));
        return standing;
    }

    private Path tensors(String name) {
        return directory.resolve(name + TENSORS);
    }

    private Path json(String name) {
        return directory.resolve(name + ".json");
    }

    private Snapshot read(String name) {
        return SafeTensors.read(tensors(name)).snapshot();
    }

    /** Names have the steps in a fixed width: their order is that of steps. */
    private List<String> latestFirst() {
        return files("step-\\d+\\" + TENSORS)
                .map(file -> file.getFileName().toString().replace(TENSORS, ""))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Temporary files of a process that ended while it wrote. */
    private Stream<Path> unfinished() {
        return files(".*\\.tmp");
    }

    private Stream<Path> files(String pattern) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be read", e);
        }
    }

    private void delete(String name) {
        delete(tensors(name));
        delete(json(name));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be removed", e);
        }
    }
}
