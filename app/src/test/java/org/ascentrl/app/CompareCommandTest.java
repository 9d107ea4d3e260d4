package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    Path directory;

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String train(String name, String... settings) {
        List<String> line = new ArrayList<>(List.of("train", "--run", path(name), "--json", "--video-episodes", "0"));
        line.addAll(List.of("--set", "training.steps=4000", "--set", "training.evaluation.episodes=3"));
        for (String setting : settings) {
            line.addAll(List.of("--set", setting));
        }
        assertThat(Invocation.of(line.toArray(String[]::new)).status()).isZero();
        return path(name);
    }

    @Test
    void runsThatDifferInTheirSeedAreOneRow() throws IOException {
        String sweep = path("sweep");
        assertThat(Invocation.of(
                                "sweep",
                                "--seeds",
                                "2",
                                "--run",
                                sweep,
                                "--set",
                                "training.steps=4000",
                                "--set",
                                "training.evaluation.episodes=3")
                        .status())
                .isZero();
        String third = train("third", "seed=3");
        String other = train("other", "algorithm=a2c");
        Invocation compared = Invocation.of("compare", sweep, third, other, "--run", path("compared"));
        assertThat(compared.err()).isEmpty();
        assertThat(compared.status()).isZero();
        String table = Files.readString(directory.resolve("compared/compare.md"));
        assertThat(compared.out())
                .startsWith(table)
                .endsWith("comparison " + path("compared") + System.lineSeparator());
        assertThat(table.lines().filter(line -> line.startsWith("| sweep")))
                .hasSize(2)
                .first()
                .asString()
                .matches("\\| sweep +\\| +3 \\| +0 \\| .*");
        assertThat(table).contains("| other").doesNotContain("| third");
        assertThat(ImageIO.read(directory
                                .resolve("compared/learning-curves.png")
                                .toFile())
                        .getWidth())
                .isEqualTo(960);

        Map<String, Object> json = Invocation.of("compare", sweep, other, "--json", "--run", path("again"))
                .json();
        assertThat((List<?>) json.get("settings")).hasSize(2);
        List<?> improvements = (List<?>) json.get("improvements");
        double there = probability(improvements.get(0));
        double back = probability(improvements.get(1));
        assertThat(there + back).isEqualTo(1);
    }

    private static double probability(Object improvement) {
        return ((Number) ((Map<?, ?>) improvement).get("probability")).doubleValue();
    }

    @Test
    void seedsOfOneFormOfSettingsMakeATable() {
        String one = train("one");
        String two = train("two", "seed=2");
        Invocation compared = Invocation.of("compare", one, two, "--run", path("compared"));
        assertThat(compared.status()).isZero();
        assertThat(compared.out())
                .containsPattern("\\| one +\\| +2 \\| +0 \\|")
                .doesNotContain("better than", "probability");
        Map<String, Object> json = Invocation.of("compare", one, two, "--json", "--run", path("again"))
                .json();
        assertThat((List<?>) json.get("settings")).hasSize(1);
        assertThat((List<?>) json.get("improvements")).isEmpty();
    }

    @Test
    void aRunThatHasNotEndedCountsAsFailed() throws IOException {
        String one = train("one");
        String two = train("two", "reinforce.discount=0.9");
        Files.delete(Path.of(two, "summary.json"));
        Invocation compared = Invocation.of("compare", one, two, "--run", path("compared"));
        assertThat(compared.status()).isZero();
        assertThat(compared.out()).containsPattern("\\| two +\\| +1 \\| +1 \\| +0 \\|");
    }

    @Test
    void needsNothingOfWhatTheRunsWereMadeOf() throws IOException {
        String one = train("one");
        String two = train("two", "algorithm=a2c");
        Path settings = Path.of(two, "settings.conf");
        Files.writeString(settings, Files.readString(settings).replace("a2c", "algorithm-of-a-plug-in"));
        Invocation compared = Invocation.of("compare", one, two, "--run", path("compared"));
        assertThat(compared.err()).isEmpty();
        assertThat(compared.status()).isZero();
        assertThat(compared.out()).contains("## On CartPole-v1", "| one", "| two");
    }

    @Test
    void saysWhichFileOfARunIsNone() throws IOException {
        String one = train("one");
        String two = train("two", "reinforce.discount=0.9");
        Path summary = Path.of(two, "summary.json");
        Files.writeString(summary, "{}");
        assertRefused(Invocation.of("compare", one, two, "--run", path("compared")), summary + ": not that of a run");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        String one = train("one");
        assertRefused(
                Invocation.of("compare", one, path("none"), "--run", path("compared")),
                path("none") + ": neither a run nor a sweep. Name directories that train or sweep have made, as"
                        + " runs/cartpole-ppo-20260101-120000");
        String other = train("other", "environment=MountainCar-v0", "training.steps=1");
        assertRefused(
                Invocation.of("compare", one, other, "--run", path("compared")),
                "compare: the runs are of different environments: CartPole-v1, MountainCar-v0. Compare those of one");
        assertThat(directory.resolve("compared")).doesNotExist();
    }

    private static void assertRefused(Invocation refused, String message) {
        assertThat(refused.err()).isEqualTo(message + System.lineSeparator());
        assertThat(refused.status()).isEqualTo(2);
    }
}
