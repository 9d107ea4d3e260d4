package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own that end in the middle of training, and the runs that they leave. */
@Timeout(120)
class KilledRunTest {

    @TempDir
    Path directory;

    private Path stopped = Path.of("");

    @BeforeEach
    void name() {
        stopped = directory.resolve("stopped");
    }

    private static List<String> train(Path run) {
        List<String> line = new ArrayList<>(List.of("train", "--video-episodes", "0", "--run", run.toString()));
        for (String setting : List.of(
                "training.steps=120000",
                "training.stop-when-solved=false",
                "training.evaluation={ every = 20000, episodes = 2 }",
                "training.checkpoint.every=200ms")) {
            line.addAll(List.of("--set", setting));
        }
        return line;
    }

    /** Starts the training, and waits for its first checkpoint. */
    private Process start() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguice_bytecode_gen_option=DISABLED",
                "--add-modules",
                "jdk.incubator.vector", // as the tests: other kernels round otherwise
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(train(stopped));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
        while (process.isAlive() && files("checkpoints").noneMatch(file -> file.matches("step-\\d+\\.json"))) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as(out()).isTrue();
        return process;
    }

    private String out() throws IOException {
        return Files.readString(directory.resolve("out.txt"));
    }

    private Stream<String> files(String name) throws IOException {
        Path where = stopped.resolve(name);
        if (!Files.isDirectory(where)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static void end(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    /** Goes on to the end, and finds what a run that was never stopped finds. */
    private void assertGoesOnToTheSameBits() throws IOException {
        assertThat(stopped.resolve("summary.json")).doesNotExist();
        Invocation resumed = Invocation.of("resume", stopped.toString(), "--video-episodes", "0");
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.status()).isZero();

        Path whole = directory.resolve("whole");
        assertThat(Invocation.of(train(whole).toArray(String[]::new)).status()).isZero();
        assertThat(weights(stopped)).isEqualTo(weights(whole));
        assertThat(metrics(stopped)).isEqualTo(metrics(whole));
        assertThat(files("checkpoints")).noneMatch(file -> file.endsWith(".tmp") || file.endsWith(".part"));
    }

    private static Object weights(Path run) throws IOException {
        return Invocation.json(Files.readString(run.resolve("summary.json"))).get("weightsSha256");
    }

    /** Without the last column, the speed. */
    private static List<String> metrics(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void oneThatIsKilledGoesOnFromItsLatestCheckpoint() throws IOException, InterruptedException {
        Process process = start();
        process.destroyForcibly();
        end(process);
        assertGoesOnToTheSameBits();
    }

    @Test
    void oneThatIsAskedToEndLeavesACheckpointAndTheCommandToResume() throws IOException, InterruptedException {
        Process process = start();
        process.destroy();
        end(process);
        assertThat(out()).endsWith("stopped; go on with: ascent resume " + stopped + System.lineSeparator());
        assertGoesOnToTheSameBits();
    }
}
