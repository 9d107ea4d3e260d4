package org.ascentrl.envs.box2d;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.Snapshot;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's presets for the environments of this module: it cannot try them itself. */
class PresetsTest {

    static List<String> presets() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource("index.txt").openStream(), UTF_8))) {
            return lines.lines()
                    .filter(name -> name.startsWith("lunarlander") || name.startsWith("bipedalwalker"))
                    .toList();
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(PresetsTest.class.getResource("/presets/" + name), name);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void trainingTwiceGivesTheSameBits(String preset) {
        assertThat(trained(preset)).isEqualTo(trained(preset));
    }

    private static Snapshot trained(String preset) {
        Settings settings = Settings.builder()
                .references(PresetsTest.class.getClassLoader())
                .preset(preset, resource(preset + ".conf"))
                .set("training.steps=3000")
                .build();
        try (Experiment experiment = Bootstrap.discover().experiment(settings);
                Learner learner = experiment.train()) {
            assertThat(experiment.chosen("environment")).isIn(Registered.IDS);
            return Snapshot.of(learner.algorithm());
        }
    }
}
