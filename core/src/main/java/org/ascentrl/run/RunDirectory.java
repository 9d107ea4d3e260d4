package org.ascentrl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascentrl.actor.Actor;
import org.ascentrl.state.AtomicFile;
import org.ascentrl.state.FileFailure;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.state.Snapshot;
import org.jspecify.annotations.Nullable;

/** The directory that a run writes to. Every file but the growing {@code metrics.csv} appears complete or not at all. */
public final class RunDirectory {

    private static final String SETTINGS = "settings.conf";
    private static final String RECORD = "run.json";

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates the directory, with its parents; all of them or none.
     *
     * @throws RunDirectoryException if it exists or cannot be created
     */
    public static RunDirectory create(Path path) {
        if (path.toString().isEmpty()) {
            throw new RunDirectoryException("the run directory has no name. Choose one with --run");
        }
        List<Path> missing = missingParents(path);
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(path);
            return new RunDirectory(path);
        } catch (IOException e) {
            String what = Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    ? "exists already. Choose another with --run, or remove it"
                    : "cannot be created: " + FileFailure.reason(e) + ". Choose another with --run";
            missing.forEach(RunDirectory::removeIfEmpty);
            throw new RunDirectoryException(path + ": the run directory " + what, e);
        }
    }

    /** From the innermost. */
    private static List<Path> missingParents(Path path) {
        List<Path> missing = new ArrayList<>();
        Path parent = path.toAbsolutePath().getParent();
        while (parent != null && Files.notExists(parent, LinkOption.NOFOLLOW_LINKS)) {
            missing.add(parent);
            parent = parent.getParent();
        }
        return missing;
    }

    private static void removeIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // somebody uses it by now
        }
    }

    /**
     * A directory that a run made.
     *
     * @throws RunDirectoryException if it is none
     */
    public static RunDirectory open(Path path) {
        if (!Files.isRegularFile(path.resolve(SETTINGS))) {
            throw new RunDirectoryException(path + ": not a run directory, for it has no " + SETTINGS
                    + ". Name one that train has made, as runs/cartpole-reinforce-20260101-120000");
        }
        return new RunDirectory(path);
    }

    public Path path() {
        return path;
    }

    /** {@code settings.conf}. */
    public Path settings() {
        return path.resolve(SETTINGS);
    }

    /** {@code policy/policy.safetensors}. */
    public Path policy() {
        return path.resolve("policy").resolve("policy.safetensors");
    }

    /**
     * {@code checkpoints}.
     *
     * @param keep how many of the latest to keep
     */
    public Checkpoints checkpoints(int keep) {
        return new Checkpoints(path.resolve("checkpoints"), keep);
    }

    /** {@code settings.conf}: training from it again gives the same bits. */
    public void writeSettings(String hocon) {
        write(SETTINGS, hocon);
    }

    /** {@code run.json}: where the run came from. */
    public void writeRecord(RunRecord record) {
        write(RECORD, Json.render(record.asMap()));
    }

    /**
     * The backend that the run began with, by its record; empty if it has none.
     *
     * @throws RunDirectoryException if the record is not readable
     */
    public Optional<String> recordedBackend() {
        Path record = path.resolve(RECORD);
        try {
            return Files.exists(record)
                    ? Optional.ofNullable(Json.parse(Files.readString(record)).get("backend"))
                            .map(Object::toString)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new RunDirectoryException(record + ": cannot be read: " + e.getMessage() + ". Remove it to go on", e);
        }
    }

    /** {@code summary.json}: how it went. */
    public void writeSummary(Map<String, ? extends @Nullable Object> summary) {
        write("summary.json", Json.render(summary));
    }

    /**
     * {@code policy/policy.safetensors}: what acts, with its normalizer's statistics.
     *
     * @param contract what a reader must know to use it, as text
     */
    public void writePolicy(Actor actor, Map<String, String> contract) {
        Path directory = path.resolve("policy");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw FileFailure.cannotWrite(directory, e);
        }
        SafeTensors.write(policy(), Snapshot.of(actor), contract);
    }

    private void write(String name, String text) {
        replace(path.resolve(name), text);
    }

    /** Writes {@code target}, or replaces it in one step. */
    static void replace(Path target, String text) {
        try {
            AtomicFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw FileFailure.cannotWrite(target, e);
        }
    }
}
