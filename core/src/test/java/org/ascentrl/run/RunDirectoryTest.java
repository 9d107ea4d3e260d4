package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @TempDir
    Path directory;

    /** Has one weight. */
    private record OneWeight(float weight) implements Actor {
        @Override
        public void act(ActRequest in, Actions out) {
            throw new AssertionError();
        }

        @Override
        public void state(State s) {
            s.floats("weight", new int[] {1}, () -> new float[] {weight}, values -> {});
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory))
                    .map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void isMadeWithItsParents() {
        RunDirectory run = RunDirectory.create(directory.resolve("runs/of/today"));
        assertThat(run.path()).isEqualTo(directory.resolve("runs/of/today")).isEmptyDirectory();
        RunDirectory.create(directory.resolve("runs/of/today2"));
    }

    @Test
    void mustNotExist() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(taken.resolve("a"), "kept");
        Path file = Files.writeString(directory.resolve("file"), "kept");

        for (Path path : List.of(taken, file)) {
            assertThatThrownBy(() -> RunDirectory.create(path))
                    .isInstanceOf(RunDirectoryException.class)
                    .hasMessage(path + ": the run directory exists already. Choose another with --run, or remove it");
        }
        assertThat(taken.resolve("a")).hasContent("kept");
        assertThat(file).hasContent("kept");
    }

    @Test
    void mustNotBeALinkEither() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere"));
        assertThatThrownBy(() -> RunDirectory.create(link))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("exists already");
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "kept");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("run")))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage(file.resolve("run") + ": the run directory cannot be created: " + file
                        + " is not a directory. Choose another with --run");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("sub/run")))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageStartingWith(file.resolve("sub/run") + ": the run directory cannot be created: " + file)
                .hasMessageEndingWith(". Choose another with --run");
        assertThat(file).hasContent("kept");
    }

    @Test
    void parentsAreNotLeftBehind() throws IOException {
        Path kept = Files.createDirectory(directory.resolve("kept"));
        assertThatThrownBy(() -> RunDirectory.create(kept.resolve("a/b").resolve("x".repeat(300))))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("the run directory cannot be created: ");
        assertThat(files(directory)).containsExactly("kept");
    }

    @Test
    void aParentThatMayNotBeWrittenToIsNamed() throws IOException {
        Path parent = Files.createDirectory(directory.resolve("read-only"));
        assumeTrue(parent.toFile().setWritable(false));
        assumeFalse(Files.isWritable(parent), "this user may write everywhere");
        assertThatThrownBy(() -> RunDirectory.create(parent.resolve("run")))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage(parent.resolve("run") + ": the run directory cannot be created: " + parent.resolve("run")
                        + ": permission denied. Choose another with --run");
    }

    @Test
    void mustHaveAName() {
        assertThatThrownBy(() -> RunDirectory.create(Path.of("")))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage("the run directory has no name. Choose one with --run");
    }

    @Test
    void holdsItsFiles() throws IOException {
        RunDirectory run = RunDirectory.create(directory.resolve("run"));
        run.writeSettings("seed = 1 # größer, 名前\n");
        run.writeRecord(new RunRecord(7, "ejml 1", "unknown", Instant.EPOCH));
        run.writePolicy(new OneWeight(0.5f), Map.of("action-space", "Discrete(2)"));
        Map<String, Object> summary = new TreeMap<>(Map.of("steps", 3));
        summary.put("solvedAtStep", null);
        run.writeSummary(summary);

        assertThat(files(run.path()))
                .containsExactly("policy", "policy/policy.safetensors", "run.json", "settings.conf", "summary.json");
        assertThat(run.path().resolve("settings.conf")).hasContent("seed = 1 # größer, 名前\n");
        assertThat(run.path().resolve("summary.json"))
                .hasContent("{\n    \"solvedAtStep\" : null,\n    \"steps\" : 3\n}\n");
        assertThat(run.path().resolve("run.json")).content().contains("\"seed\" : 7");
        SafeTensors.Contents policy = SafeTensors.read(run.path().resolve("policy/policy.safetensors"));
        assertThat(policy.snapshot()).isEqualTo(Snapshot.of(new OneWeight(0.5f)));
        assertThat(policy.metadata()).containsExactlyEntriesOf(Map.of("action-space", "Discrete(2)"));
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        RunDirectory run = RunDirectory.create(directory.resolve("run"));
        run.writeSettings("a longer text");
        run.writeSettings("short");
        run.writePolicy(new OneWeight(1), Map.of());
        run.writePolicy(new OneWeight(2), Map.of());

        assertThat(run.path().resolve("settings.conf")).hasContent("short");
        assertThat(SafeTensors.read(run.path().resolve("policy/policy.safetensors"))
                        .snapshot())
                .isEqualTo(Snapshot.of(new OneWeight(2)));
        assertThat(files(run.path())).containsExactly("policy", "policy/policy.safetensors", "settings.conf");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndLeavesNothing() throws IOException {
        RunDirectory run = RunDirectory.create(directory.resolve("run"));
        Files.createDirectories(run.path().resolve("settings.conf/in-the-way"));
        Files.writeString(run.path().resolve("policy"), "in the way");

        assertThatThrownBy(() -> run.writeSettings("seed = 1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(run.path().resolve("settings.conf") + " cannot be written: ")
                .hasMessageEndingWith(". See that the disk has room and the directory is there");
        assertThatThrownBy(() -> run.writePolicy(new OneWeight(1), Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(run.path().resolve("policy") + " cannot be written: "
                        + run.path().resolve("policy")
                        + " is not a directory. See that the disk has room and the directory is there");
        assertThat(files(run.path())).containsExactly("policy", "settings.conf", "settings.conf/in-the-way");
    }

    @Test
    void aDirectoryThatIsGoneIsNamed() throws IOException {
        RunDirectory run = RunDirectory.create(directory.resolve("run"));
        Files.delete(run.path());
        assertThatThrownBy(() -> run.writeSummary(Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(run.path().resolve("summary.json") + " cannot be written: ")
                .hasMessageContaining("no such file or directory");
    }

    @Test
    void knowsWhatComputedTheRun() throws IOException {
        RunDirectory run = RunDirectory.create(directory.resolve("run"));
        assertThat(run.recordedBackend()).isEmpty();
        run.writeRecord(new RunRecord(1, "ejml 0.46.1, kernels vector", "unknown", Instant.EPOCH));
        assertThat(run.recordedBackend()).hasValue("ejml 0.46.1, kernels vector");
        Files.writeString(run.path().resolve("run.json"), "{");
        assertThatThrownBy(run::recordedBackend)
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageStartingWith(run.path().resolve("run.json") + ": cannot be read: ");
    }
}
