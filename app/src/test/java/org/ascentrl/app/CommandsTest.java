package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands other than {@code train}, as a person gives them. */
class CommandsTest {

    @TempDir
    Path directory;

    private static Invocation done(String... line) {
        Invocation invocation = Invocation.of(line);
        assertThat(invocation.err()).isEmpty();
        assertThat(invocation.status()).isZero();
        return invocation;
    }

    private String run() {
        return directory.resolve("run").toString();
    }

    private Map<String, Object> trainShortly() throws IOException {
        done(
                "train",
                "--run",
                run(),
                "--video-episodes",
                "0",
                "--set",
                "training.steps=8000",
                "--set",
                "training.evaluation.episodes=4");
        return Invocation.json(Files.readString(directory.resolve("run/summary.json")));
    }

    private static Object greedyMean(Map<String, Object> summary) {
        return ((Map<?, ?>) ((Map<?, ?>) summary.get("evaluation")).get("greedy")).get("mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "resume", "sweep", "compare", "list", "check", "trace"})
    void eachShowsHelpWithAnExample(String command) {
        assertThat(done(command, "--help").out())
                .startsWith("Usage: ascent " + command)
                .containsPattern("Examples?:\\s+ascent " + command);
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(done("generate-completion").out()).contains("evaluate", "--video-episodes");
    }

    @Test
    void evaluatesWhatTrainingEvaluated() throws IOException {
        Map<String, Object> summary = trainShortly();
        Map<String, Object> greedy =
                done("evaluate", run(), "--episodes", "4", "--json").json();
        assertThat(greedy)
                .containsEntry("mode", "greedy")
                .containsEntry("episodes", 4)
                .containsEntry("mean", greedyMean(summary));
        assertThat((List<?>) greedy.get("returns")).hasSize(4);
        assertThat(done("evaluate", run(), "--episodes", "4", "--sample").out())
                .matches("sampled return \\d+\\.\\d ± \\d+\\.\\d, length \\d+\\.\\d, over 4 episodes\\s+");
    }

    @Test
    void evaluatesTheBestCheckpoint() throws IOException {
        trainShortly();
        assertThat(done("evaluate", run(), "--episodes", "2", "--best").out()).startsWith("greedy return ");
        Files.delete(directory.resolve("run/checkpoints/best.safetensors"));
        Invocation refused = Invocation.of("evaluate", run(), "--best");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(run() + ": the run has no best checkpoint yet. Let it go on with: ascent resume " + run()
                        + System.lineSeparator());
    }

    @Test
    void filmsEpisodes() throws IOException {
        trainShortly();
        Path video = directory.resolve("episode.gif");
        Map<String, Object> evaluation = done(
                        "evaluate", run(), "--episodes", "1", "--json", "--video", video.toString())
                .json();
        double length = ((Number) evaluation.get("meanLength")).doubleValue();
        try (var in = ImageIO.createImageInputStream(video.toFile())) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo((int) length + 1);
            BufferedImage first = reader.read(0);
            assertThat(List.of(first.getWidth(), first.getHeight())).containsExactly(600, 400);
        }
    }

    @Test
    void resumingAFinishedRunGivesItsSummaryAgain() throws IOException {
        Map<String, Object> summary = trainShortly();
        Map<String, Object> again =
                done("resume", run(), "--video-episodes", "0", "--json").json();
        assertThat(again).containsEntry("weightsSha256", summary.get("weightsSha256"));
        assertThat(again).containsEntry("steps", summary.get("steps"));
    }

    @Test
    void sweepsSeedsEachOfWhichIsARunByItself() throws IOException {
        Map<String, Object> alone = trainShortly();
        Path sweep = directory.resolve("sweep");
        Map<String, Object> swept = done(
                        "sweep",
                        "--seeds",
                        "3",
                        "--run",
                        sweep.toString(),
                        "--json",
                        "--set",
                        "training.steps=8000",
                        "--set",
                        "training.evaluation.episodes=4")
                .json();
        List<?> seeds = (List<?>) swept.get("seeds");
        assertThat(seeds).hasSize(3);
        assertThat(((Map<?, ?>) seeds.get(0)).get("weightsSha256")).isEqualTo(alone.get("weightsSha256"));
        assertThat(swept).containsEntry("failed", 0).containsEntry("settings", "cartpole-reinforce");
        Map<?, ?> greedy = (Map<?, ?>) swept.get("greedy");
        double mean = ((Number) greedy.get("interquartileMean")).doubleValue();
        assertThat(mean)
                .isBetween(((Number) greedy.get("low95")).doubleValue(), ((Number) greedy.get("high95")).doubleValue());
        assertThat(Files.readString(sweep.resolve("sweep.md")))
                .contains("|    1 | ", "|    2 | ", "|    3 | ", "interquartile mean");
        assertThat(Files.readAllLines(sweep.resolve("sweep.csv"))).hasSize(4);
        assertThat(ImageIO.read(sweep.resolve("learning-curve.png").toFile()).getWidth())
                .isGreaterThan(300);
        assertThat(sweep.resolve("seed-1/video.mp4")).doesNotExist();
    }

    @Test
    void aSeedThatFailsIsReported() throws IOException {
        Path sweep = directory.resolve("sweep");
        Invocation swept = Invocation.withPlugin(
                directory,
                FailingRunTest.FaultyPlugin.class,
                "sweep",
                "--seeds",
                "2",
                "--run",
                sweep.toString(),
                "--set",
                "environment=Faulty-v0",
                "--set",
                "Faulty-v0={ fault = exception, step = 3 }");
        assertThat(swept.status()).isEqualTo(1);
        assertThat(swept.out()).contains("seed 1 failed: Faulty-v0, slot 0", "seed 2 failed: Faulty-v0, slot 0");
        assertThat(Files.readString(sweep.resolve("sweep.csv"))).contains("1,failed", "2,failed");
    }

    @Test
    void listsNamesAndFacts() {
        assertThat(done("list").out())
                .contains(
                        "environments: ",
                        "CartPole-v1",
                        "algorithms: a2c, ddpg, dqn, ppo, qr-dqn, reinforce, sac, td3",
                        "backends: djl, ejml, nd4j",
                        "presets: ");
        assertThat(done("list", "environments").out())
                .containsPattern(
                        "(?m)^CartPole-v1  observations Box.*  actions Discrete\\(2\\)  maxEpisodeSteps 500  rewardThreshold 475.0$");
        Map<String, Object> lists = done("list", "--json").json();
        assertThat(lists)
                .containsOnlyKeys(
                        "environments",
                        "wrappers",
                        "algorithms",
                        "encoders",
                        "optimizers",
                        "backends",
                        "collectors",
                        "sinks",
                        "presets");
        assertThat((List<?>) lists.get("presets"))
                .anySatisfy(preset -> assertThat(preset)
                        .isEqualTo(Map.of(
                                "name", "cartpole-reinforce", "environment", "CartPole-v1", "algorithm", "reinforce")));
        assertThat((List<?>) lists.get("backends"))
                .anySatisfy(backend ->
                        assertThat(backend).isEqualTo(Map.of("name", "nd4j", "artifact", "ascent-backend-nd4j")));
        assertThat((List<?>) lists.get("optimizers"))
                .anySatisfy(optimizer -> assertThat(optimizer).isEqualTo(Map.of("name", "adam")));
    }

    @Test
    void checksEnvironments() {
        assertThat(done("check", "CartPole-v1").out()).startsWith("CartPole-v1: 0 errors, 0 warnings, ");
        assertThat(done("check", "CartPole-v1", "--json").json())
                .containsEntry("errors", List.of())
                .containsEntry("warnings", List.of());
        Invocation faulty = Invocation.withPlugin(
                directory,
                FailingRunTest.FaultyPlugin.class,
                "check",
                "Faulty-v0",
                "--json",
                "--set",
                "Faulty-v0={ fault = nan-reward, step = 3 }");
        assertThat(faulty.status()).isEqualTo(1);
        assertThat((List<?>) faulty.json().get("errors"))
                .anySatisfy(error -> assertThat(((Map<?, ?>) error).get("rule")).isEqualTo("E04"));
    }

    @Test
    void tracesActions() throws IOException {
        Path actions = Files.writeString(directory.resolve("actions.json"), "[1, 0, 1]");
        List<String> lines = done("trace", "CartPole-v1", "--seed", "42", "--actions", actions.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        Map<String, Object> reset = Invocation.json(lines.get(0));
        assertThat(reset).containsEntry("t", 0);
        // gymnasium.make("CartPole-v1").reset(seed=42)
        assertThat(((Number) ((List<?>) reset.get("observation")).get(0)).doubleValue())
                .isCloseTo(0.0273956, within(1e-6));
        assertThat(Invocation.json(lines.get(3)))
                .containsEntry("t", 3)
                .containsEntry("action", 1)
                .containsEntry("terminated", false);
    }

    @Test
    void tracesLongFiles() throws IOException {
        Path actions = Files.writeString(directory.resolve("actions.json"), "[" + "1,".repeat(50_000) + "0]");
        assertThat(done("trace", "CartPole-v1", "--seed", "1", "--actions", actions.toString())
                        .out()
                        .lines())
                .hasSizeGreaterThan(50_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate nowhere                            | nowhere: not a run directory, for it has no settings.conf. Name one that train has made, as runs/cartpole-reinforce-20260101-120000
            evaluate nowhere --episodes 0               | --episodes 0: must be at least 1
            resume nowhere                              | nowhere: not a run directory, for it has no settings.conf. Name one that train has made, as runs/cartpole-reinforce-20260101-120000
            sweep --seeds 0                             | --seeds 0: must be at least 1
            list environment                            | environment: no such kind. Available: algorithms, backends, collectors, encoders, environments, optimizers, sinks, wrappers, presets. Did you mean environments?
            trace CartPole-v1 --seed -1 --actions a.json | --seed -1: must not be negative
            """)
    void refusesWhatItCannotDo(String line, String message) {
        Invocation refused = Invocation.of(line.split(" ", -1));
        assertThat(refused.err()).isEqualTo(message + System.lineSeparator());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1, 2]      | element 1 is not in Discrete(2)
            [0.5]       | element 0 is not in Discrete(2)
            {"a": 1}    | not a JSON array of numbers or of arrays of numbers
            """)
    void refusesActionsThatAreNone(String text, String message) throws IOException {
        Path actions = Files.writeString(directory.resolve("actions.json"), text);
        Invocation refused = Invocation.of("trace", "CartPole-v1", "--seed", "1", "--actions", actions.toString());
        assertThat(refused.err()).isEqualTo("--actions " + actions + ": " + message + System.lineSeparator());
        assertThat(refused.status()).isEqualTo(2);
    }
}
