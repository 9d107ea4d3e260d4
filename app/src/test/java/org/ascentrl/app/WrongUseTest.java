package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code train} refuses: status 2, one message that says what, where and what to do, and nothing created. */
class WrongUseTest {

    @TempDir
    Path directory;

    private List<String> before = List.of();

    private List<String> files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.map(Path::toString)
                    .filter(name -> !name.startsWith(directory.resolve("jar").toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(directory.resolve("file"), "seed = 1");
        Files.createDirectory(directory.resolve("taken"));
        before = files();
    }

    @AfterEach
    void nothingWasCreated() {
        assertThat(files()).isEqualTo(before);
        assertThat(Path.of("runs")).doesNotExist();
    }

    private Invocation train(String... arguments) {
        List<String> line = new ArrayList<>(List.of("train"));
        line.addAll(List.of(arguments));
        if (!line.contains("--run")) {
            line.addAll(List.of("--run", directory.resolve("run").toString()));
        }
        return Invocation.of(line.toArray(String[]::new));
    }

    private static void assertRefused(Invocation refused, String message) {
        assertThat(refused.err()).isEqualTo(message + System.lineSeparator());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cartpole-reinforc  | cartpole-reinforc: no such preset, nor a file. Available: %s. Did you mean cartpole-reinforce?
            Cartpole-Reinforce | Cartpole-Reinforce: no such preset, nor a file. Available: %s. Did you mean cartpole-reinforce?
            frozenlake         | frozenlake: no such preset, nor a file. Available: %s.
            größe-名前         | größe-名前: no such preset, nor a file. Available: %s.
            ''                 | the preset has no name. Available: %s.
            ../x               | ../x: no such file
            ../presets/cartpole-reinforce | ../presets/cartpole-reinforce: no such file
            presets/cartpole-reinforce.conf | presets/cartpole-reinforce.conf: no such file
            missing.conf       | missing.conf: no such file
            src                | src: is a directory, not a file with settings
            .                  | .: is a directory, not a file with settings
            /                  | /: is a directory, not a file with settings
            """)
    void presetsAndFilesThatAreNotThere(String source, String message) {
        assertRefused(train(source), message.formatted(String.join(", ", Presets.names())));
    }

    @Test
    void aNameThatNoFileCanHave() {
        assertRefused(
                train("a\0b"),
                "a\0b: no such preset, nor a file. Available: " + String.join(", ", Presets.names()) + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seed=x                        | seed = x (--set seed=x): must be a whole number
            seed=                         | seed = "" (--set seed=): must be a whole number
            seed                          | --set seed: must be key=value, such as --set seed=3 or --set training.steps=1000
            ''                            | --set : must be key=value, such as --set seed=3 or --set training.steps=1000
            =                             | --set =: must be key=value, such as --set seed=3 or --set training.steps=1000
            sed=3                         | sed (--set sed=3): no such key. Did you mean seed?
            größe=3                       | größe (--set größe=3): no such key
            reinforce.discount=1.5        | reinforce.discount = 1.5 (--set reinforce.discount=1.5): must be between 0 and 1
            reinforce.discount=NaN        | reinforce.discount = NaN (--set reinforce.discount=NaN): must be a finite number
            reinforce.learning-rate.from=-1 | reinforce.learning-rate.from = -1 (--set reinforce.learning-rate.from=-1): must be at least 0
            training.slots=0              | training.slots = 0 (--set training.slots=0): must be between 1 and 65536
            training.threads=many         | training (--set training.threads=many): threads must be auto, or a whole number from 1 to 9999, not many
            environment=CartPole          | environment = CartPole (--set environment=CartPole): no such environment. Available: Acrobot-v1, CartPole-v0, CartPole-v1, MountainCar-v0, MountainCarContinuous-v0, Pendulum-v1. Did you mean CartPole-v0?
            backend=ejm                   | backend = ejm (--set backend=ejm): no such backend. Available: ejml. Did you mean ejml?
            adamw.epsilon=1e-3            | adamw.epsilon (--set adamw.epsilon=1e-3): optimizer = adam is chosen, not adamw. Remove it, or choose it with optimizer = adamw
            seed=${HOME}                  | --set seed=${HOME}: a substitution is resolved only in a file named on the command line
            """)
    void singleSettings(String assignment, String message) {
        assertRefused(train("--set", assignment), message);
    }

    @Test
    void allThatIsWrongAtOnce() {
        assertRefused(train("--set", "seed=x", "--set", "optimiser=adam", "--set", "training.slots=0"), """
                seed = x (--set seed=x): must be a whole number
                optimiser (--set optimiser=adam): no such key. Did you mean optimizer?
                training.slots = 0 (--set training.slots=0): must be between 1 and 65536""");
    }

    @Test
    void aFileThatDoesNotParse() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "seed = 1\ntraining {\n  steps = 5\n");
        Invocation refused = train(file.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith(file + ": 4: does not parse: ");
        assertThat(refused.err().lines()).hasSize(1);
    }

    @Test
    void aFileThatIsNoText() throws IOException {
        Path file = directory.resolve("file");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe});
        assertRefused(train(file.toString()), file + ": 2: is not UTF-8 text");
    }

    @Test
    void aFileThatSaysSomethingWrong() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "# mine\nenvironment = CartPole-v1\nreinforce { discont = 0.9 }\n");
        assertRefused(
                train(file.toString()),
                "reinforce.discont (" + file + ": 3): no such key. Did you mean reinforce.discount?");
    }

    @Test
    void aRunDirectoryThatIsTaken() {
        for (String name : List.of("taken", "file")) {
            String path = directory.resolve(name).toString();
            assertRefused(
                    train("--run", path),
                    path + ": the run directory exists already. Choose another with --run, or remove it");
        }
    }

    @Test
    void aRunDirectoryThatCannotBeMade() {
        Path inFile = directory.resolve("file/run");
        assertRefused(
                train("--run", inFile.toString()),
                inFile + ": the run directory cannot be created: " + directory.resolve("file")
                        + " is not a directory. Choose another with --run");
        Invocation tooLong = train(
                "--run", directory.resolve("new/parent/" + "x".repeat(300)).toString());
        assertThat(tooLong.status()).isEqualTo(2);
        assertThat(tooLong.err().lines()).hasSize(1);
        assertThat(tooLong.err()).contains("the run directory cannot be created: ");
        assertRefused(train("--run", ""), "the run directory has no name. Choose one with --run");
    }

    @Test
    void aRunDirectoryWhereNothingMayBeWritten() throws IOException {
        Path parent = directory.resolve("taken");
        assumeTrue(parent.toFile().setWritable(false));
        assumeFalse(Files.isWritable(parent), "this user may write everywhere");
        Path run = parent.resolve("run");
        assertRefused(
                train("--run", run.toString()),
                run + ": the run directory cannot be created: " + run
                        + ": permission denied. Choose another with --run");
    }

    /** Learns nothing that there is. */
    public static final class Choosy extends Plugin {

        @Override
        protected void configure() {
            offer(Kind.ALGORITHM, "choosy", NoSettings.class, (none, setup) -> {
                throw new IllegalArgumentException("choosy learns continuous actions, and CartPole-v1 has "
                        + setup.environment().actionSpace());
            });
        }
    }

    @Test
    void anAlgorithmThatDoesNotSuitTheEnvironment() {
        Invocation refused = Invocation.withPlugin(
                directory,
                Choosy.class,
                "train",
                "--set",
                "algorithm=choosy",
                "--run",
                directory.resolve("run").toString());
        assertRefused(refused, "choosy learns continuous actions, and CartPole-v1 has Discrete(2)");
    }
}
