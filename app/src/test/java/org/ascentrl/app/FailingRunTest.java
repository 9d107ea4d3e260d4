package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.testing.FaultyEnvironment;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that fail on the way: status 1, and one message that says what and where. */
class FailingRunTest {

    @TempDir
    Path directory;

    /** Offers the environment that fails. */
    public static final class FaultyPlugin extends Plugin {
        @Override
        protected void configure() {
            offer(
                    Kind.ENVIRONMENT,
                    "Faulty-v0",
                    FaultyEnvironment.Settings.class,
                    (s, id) -> FaultyEnvironment.factory(s));
        }
    }

    private Path run() {
        return directory.resolve("run");
    }

    private Invocation train(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                "train",
                "--video-episodes",
                "0",
                "--run",
                run().toString(),
                "--set",
                "training.evaluation.episodes=2",
                "--set",
                "training.steps=2000"));
        line.addAll(List.of(arguments));
        return Invocation.withPlugin(directory, FaultyPlugin.class, line.toArray(String[]::new));
    }

    private Invocation trainFaulty(String fault, int step, String... arguments) {
        String options = "Faulty-v0={ fault = " + fault + ", step = " + step + " }";
        List<String> line = new ArrayList<>(List.of("--set", "environment=Faulty-v0", "--set", options));
        line.addAll(List.of(arguments));
        return train(line.toArray(String[]::new));
    }

    private void assertNothingHalfWritten() throws IOException {
        try (Stream<Path> files = Files.walk(run())) {
            assertThat(files.map(file -> run().relativize(file).toString()))
                    .contains("settings.conf", "run.json")
                    .doesNotContain("summary.json", "policy")
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exception, 3, ', step 3, action [01]: java.lang.IllegalStateException: the motor is stuck'",
        "exception, 0, ', reset: java.lang.IllegalStateException: the motor is stuck'",
        "nan-reward, 5, ', step 5, action [01]: .*NaN.*'",
        "nan-observation, 20, ', step 20, action [01]: .*NaN.*'",
        "long-observation, 1, ', step 1, action [01]: .*2 numbers.*'"
    })
    void anEnvironmentThatFails(String fault, int step, String what) throws IOException {
        Invocation failed = trainFaulty(fault, step);
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err().strip()).matches("Faulty-v0, slot 0, episode with seed \\d+" + what);
        assertNothingHalfWritten();
    }

    @Test
    void anEnvironmentThatFailsOnAnotherThread() throws IOException {
        Invocation failed = trainFaulty("exception", 3, "--set", "training.chunk=1", "--set", "training.threads=4");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().strip())
                .matches("Faulty-v0, slot 0, episode with seed \\d+, step 3, action [01]: "
                        + "java.lang.IllegalStateException: the motor is stuck");
        assertNothingHalfWritten();
    }

    @Test
    void showsTheStackTraceForDebug() {
        Invocation failed = trainFaulty("exception", 3, "--debug");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err())
                .contains("\tat org.ascentrl.collect.")
                .contains("Caused by: java.lang.IllegalStateException: the motor is stuck")
                .contains("\tat org.ascentrl.testing.FaultyEnvironment.");
    }

    @Test
    void aTrainingThatDiverges() throws IOException {
        Invocation failed = train("--set", "reinforce.learning-rate.from=1e300", "--set", "adam.clip-norm=0");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err()).contains("training diverged. Try a lower learning rate, or clip the gradient");
        assertNothingHalfWritten();
    }

    @Test
    void aNetworkThatDoesNotFit() {
        Invocation failed = train("--set", "mlp.hidden=[2147483647]");
        assertThat(failed.status()).isEqualTo(2);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err()).startsWith("shape [4, 2147483647]: more than 2^31 - 1 elements");
        assertThat(run()).doesNotExist();
    }

    @Test
    void aPluginThatCannotBeLoaded() {
        Invocation failed = Invocation.withPlugin(directory, Invocation.class, "train", "--run", run().toString());
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err())
                .contains(Invocation.class.getName())
                .endsWith(". --debug shows where it comes from" + System.lineSeparator());
        assertThat(run()).doesNotExist();
    }
}
