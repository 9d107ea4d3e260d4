package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascentrl.state.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short runs of {@code train}, as a person starts them. */
class TrainCommandTest {

    @TempDir
    Path directory;

    private int runs;

    static List<String> presets() {
        return OwnPresets.names();
    }

    private Path run() {
        return directory.resolve("run" + runs);
    }

    /** Trains in a new run directory. */
    private Invocation train(String... arguments) {
        runs++;
        List<String> line = new ArrayList<>(List.of("train"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--video-episodes", "0", "--run", run().toString()));
        Invocation trained = Invocation.of(line.toArray(String[]::new));
        assertThat(trained.err()).isEmpty();
        assertThat(trained.status()).isZero();
        return trained;
    }

    private Invocation trainShortly(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        for (String setting :
                List.of("training.steps=3000", "training.metrics-every=0", "training.evaluation.episodes=3")) {
            line.addAll(List.of("--set", setting));
        }
        return train(line.toArray(String[]::new));
    }

    private Map<String, Object> summary() {
        return Invocation.json(read("summary.json"));
    }

    private Object weights() {
        return summary().get("weightsSha256");
    }

    private String read(String file) {
        try {
            return Files.readString(run().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void explainsSettingsAndTrainsNothing() {
        Invocation explained = Invocation.of("train", "--set", "algorithm=dqn", "--explain", "--run", run().toString());

        assertThat(explained.status()).isZero();
        assertThat(explained.out())
                .containsPattern("(?m)^algorithm = dqn +# --set algorithm=dqn$")
                .containsPattern("(?m)^training.slots = 1 +# recommended with algorithm = dqn$")
                .containsPattern("(?m)^dqn.discount = 0.99 +# .*reference.conf: \\d+$");
        assertThat(run()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void leavesItsFiles(String preset) throws IOException {
        Invocation trained = trainShortly(preset);
        Config settings = ConfigFactory.parseString(read("settings.conf"));
        String environment = settings.getString("environment");

        try (Stream<Path> files = Files.walk(run())) {
            assertThat(files.map(file -> run().relativize(file).toString()))
                    .contains("settings.conf", "run.json", "metrics.csv", "summary.json", "policy/policy.safetensors")
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
        assertThat(trained.out())
                .startsWith("training on " + environment + " for at most 3,000 steps")
                .contains("trained ", "solved ", "greedy ", "sampled ")
                .endsWith("run        " + run() + System.lineSeparator());

        Map<String, Object> summary = summary();
        assertThat(summary)
                .containsOnlyKeys(
                        "environment",
                        "rewardThreshold",
                        "algorithm",
                        "backend",
                        "seed",
                        "steps",
                        "episodes",
                        "updates",
                        "wallSeconds",
                        "stepsPerSecond",
                        "solvedAtStep",
                        "bestMeanReturn100",
                        "finalMeanReturn100",
                        "evaluation",
                        "weightsSha256")
                .containsEntry("environment", environment)
                .containsEntry("algorithm", settings.getString("algorithm"))
                .containsEntry("seed", 1);
        assertThat((Integer) summary.get("steps")).isGreaterThanOrEqualTo(3000);
        assertThat(summary.get("backend").toString()).startsWith("ejml ");
        assertThat(summary.get("weightsSha256").toString()).matches("[0-9a-f]{64}");

        List<String> metrics = read("metrics.csv").lines().toList();
        assertThat(metrics.get(0)).startsWith("update,steps,episodes,mean_return_100,");
        assertThat(metrics).hasSize(1 + (Integer) summary.get("updates"));
        assertThat(metrics.get(metrics.size() - 1))
                .startsWith(summary.get("updates") + "," + summary.get("steps") + "," + summary.get("episodes") + ",");

        Map<String, Object> record = Invocation.json(read("run.json"));
        assertThat(record)
                .containsEntry("seed", 1)
                .containsEntry("backend", summary.get("backend"))
                .containsKeys("commit", "start", "jdk", "os", "cpu", "processors");

        SafeTensors.Contents policy = SafeTensors.read(run().resolve("policy/policy.safetensors"));
        assertThat(policy.snapshot().sha256()).isEqualTo(summary.get("weightsSha256"));
        assertThat(policy.metadata())
                .containsEntry("environment", environment)
                .containsKeys("format", "observation-space", "action-space");
    }

    @Test
    void evaluatesTheTrainedPolicy() {
        train("--set", "training.steps=100", "--set", "training.evaluation.episodes=5");
        @SuppressWarnings("unchecked")
        Map<String, Map<String, Object>> evaluation =
                (Map<String, Map<String, Object>>) summary().get("evaluation");
        assertThat(evaluation).containsOnlyKeys("greedy", "sampled");
        assertThat(evaluation.values())
                .allSatisfy(result -> assertThat(result)
                        .containsOnlyKeys("mean", "std", "episodes")
                        .containsEntry("episodes", 5));
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        trainShortly();
        Object first = weights();
        trainShortly();
        assertThat(weights()).isEqualTo(first);
        trainShortly("--set", "seed=2");
        assertThat(weights()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void theNumberOfThreadsDoesNotMatter(int threads) {
        trainShortly("--set", "training.chunk=1", "--set", "training.threads=1");
        Object alone = weights();
        trainShortly("--set", "training.chunk=1", "--set", "training.threads=" + threads);
        assertThat(weights()).isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void trainingFromItsSettingsAgainGivesTheSameBits(String preset) {
        trainShortly(
                preset,
                "--set",
                "seed=12345",
                "--set",
                "wrappers=[TimeLimit]",
                "--set",
                "TimeLimit.max-episode-steps=77");
        Object first = weights();
        String settings = read("settings.conf");
        train(run().resolve("settings.conf").toString());
        assertThat(weights()).isEqualTo(first);
        assertThat(read("settings.conf")).isEqualTo(settings);
    }

    @Test
    void itsSettingsAreAllThatWasUsed() {
        trainShortly("cartpole-reinforce-textbook", "--set", "seed=9007199254740993");
        Config settings = ConfigFactory.parseString(read("settings.conf"));
        assertThat(settings.getLong("seed")).isEqualTo(9007199254740993L);
        assertThat(settings.getInt("training.steps")).isEqualTo(3000);
        assertThat(settings.getString("reinforce.reduction")).isEqualTo("sum");
        assertThat(settings.getDouble("adam.beta1")).isEqualTo(0.9);
        assertThat(settings.getBoolean("CartPole-v1.sutton-barto-reward")).isFalse();
        assertThat(summary()).containsEntry("seed", 9007199254740993L);
    }

    @Test
    void printsOnlyJsonWhenAsked() {
        Invocation trained = trainShortly("--json");
        assertThat(trained.json()).isEqualTo(summary());
        assertThat(trained.out()).startsWith("{").endsWith("}\n" + System.lineSeparator());
    }

    @Test
    void anotherTaskWithoutAPresetStartsFromTheDefaults() {
        Invocation trained = trainShortly("--set", "environment=Pendulum-v1", "--set", "algorithm=ppo");
        assertThat(trained.out().lines()).startsWith("no preset named: starting from the defaults");
        Config settings = ConfigFactory.parseString(read("settings.conf"));
        assertThat(settings.getString("environment")).isEqualTo("Pendulum-v1");
        assertThat(settings.getInt("training.slots")).isEqualTo(8);
        assertThat(settings.getDoubleList("mlp.hidden")).containsExactly(64.0, 64.0);
    }

    @Test
    void theTaskOfTheDefaultPresetKeepsIt() {
        for (String same : List.of("seed=1", "environment=CartPole-v1", "algorithm=reinforce")) {
            assertThat(trainShortly("--set", same).out()).startsWith("training on ");
            assertThat(ConfigFactory.parseString(read("settings.conf")).getInt("training.slots"))
                    .isEqualTo(4);
        }
        assertThat(trainShortly("cartpole-reinforce", "--set", "algorithm=a2c").out())
                .startsWith("training on ");
        assertThat(ConfigFactory.parseString(read("settings.conf")).getInt("training.slots"))
                .isEqualTo(4);
    }

    @Test
    void readsAFileOfItsOwn() throws IOException {
        Path file = Files.writeString(directory.resolve("größe 名前.conf"), """
                environment = CartPole-v1
                training { steps = 200, slots = 2, evaluation { episodes = 1 } }
                mlp.hidden = []
                """);
        train(file.toString());
        assertThat(summary()).containsEntry("environment", "CartPole-v1");
        assertThat((Integer) summary().get("steps")).isBetween(200, 1200);
    }

    @Test
    void anEnvironmentsOptionsReachIt() {
        trainShortly("--set", "CartPole-v1.sutton-barto-reward=true");
        assertThat(summary()).containsEntry("finalMeanReturn100", -1).containsEntry("solvedAtStep", null);
    }
}
