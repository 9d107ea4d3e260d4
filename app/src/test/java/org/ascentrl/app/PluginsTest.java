package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.ascentrl.wiring.Bootstrap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a choice whose artifact is not on the class path: status 3, and what it needs, for the launcher. */
class PluginsTest {

    private static final String NEEDS_ND4J =
            "needs: ascent-backend-nd4j\nbackend = nd4j comes with ascent-backend-nd4j, ";

    @TempDir
    Path directory;

    private static void assertNeedsNd4j(Invocation invocation) {
        assertThat(invocation.err()).startsWith(NEEDS_ND4J).contains("java -cp").hasLineCount(2);
        assertThat(invocation.out()).isEmpty();
        assertThat(invocation.status()).isEqualTo(3);
    }

    @Test
    void aTrainingNamesTheArtifactThatItNeedsAndCreatesNothing() {
        Path run = directory.resolve("run");
        assertNeedsNd4j(Invocation.of("train", "--set", "backend=nd4j", "--run", run.toString()));
        assertThat(run).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j.device=cpu", "nd4j.device=moon", "nonsense=1", "optimizer=adamm"})
    void absentPluginsAreLookedForBeforeKeysAreChecked(String assignment) {
        assertNeedsNd4j(Invocation.of("train", "--set", "backend=nd4j", "--set", assignment));
    }

    @Test
    void aRunThatWasMadeWithAPluginNeedsIt() throws Exception {
        Files.writeString(directory.resolve("settings.conf"), "backend = nd4j");
        assertNeedsNd4j(Invocation.of("evaluate", directory.toString()));
        assertNeedsNd4j(Invocation.of("resume", directory.toString()));
        assertNeedsNd4j(Invocation.of("needs", "resume", directory.toString()));
    }

    @Test
    void theLauncherAsksWithoutRunningAnything() {
        String run = directory.resolve("run").toString();
        assertNeedsNd4j(Invocation.of("needs", "train", "--set", "backend=nd4j", "--run", run));
        assertNeedsNd4j(Invocation.of("needs", "sweep", "cartpole-reinforce", "--set", "backend=nd4j"));
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train", "train --set backend=ejml", "check CartPole-v1", "list", "train --set backend=none"})
    void otherCommandLinesNeedNothing(String line) {
        Invocation asked = Invocation.of(("needs " + line).split(" "));
        assertThat(asked.err() + asked.out()).isEmpty();
        assertThat(asked.status()).isZero();
    }

    @Test
    void whatIsListedIsAModuleAndNoneOfTheApplicationsOwn() {
        Map<String, ? extends Set<String>> offers = Bootstrap.discover().offers();
        assertThat(Plugins.artifacts()).isNotEmpty().allSatisfy((key, artifact) -> {
            String selector = key.substring(0, key.indexOf('.'));
            String name = key.substring(selector.length() + 1);
            assertThat(offers).containsKey(selector);
            assertThat(offers.get(selector)).doesNotContain(name);
            Path module = Path.of("..", artifact.replaceFirst("^ascent-", ""));
            assertThat(module.resolve("pom.xml")).content().contains("<artifactId>" + artifact + "</artifactId>");
        });
    }
}
