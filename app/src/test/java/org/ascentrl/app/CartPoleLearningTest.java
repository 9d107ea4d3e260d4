package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's main job, on the real environment. */
@Tag("learning")
class CartPoleLearningTest {

    @TempDir
    Path directory;

    @Test
    void theDefaultPresetSolvesCartPole() {
        Invocation trained = Invocation.of(
                "train",
                "--json",
                "--video-episodes",
                "0",
                "--run",
                directory.resolve("run").toString());

        assertThat(trained.status()).isZero();
        Map<String, Object> summary = trained.json();
        assertThat((Integer) summary.get("solvedAtStep")).isLessThanOrEqualTo(200_000);
        assertThat(((Number) summary.get("finalMeanReturn100")).doubleValue()).isGreaterThanOrEqualTo(475);
        Map<?, ?> greedy = (Map<?, ?>) ((Map<?, ?>) summary.get("evaluation")).get("greedy");
        assertThat(((Number) greedy.get("mean")).doubleValue()).isGreaterThanOrEqualTo(475);
        assertThat(greedy.get("episodes")).isEqualTo(100);
    }
}
