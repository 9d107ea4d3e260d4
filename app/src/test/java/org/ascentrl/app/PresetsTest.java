package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {

    private static final Path DIRECTORY = Path.of("src/main/resources/presets");

    static List<String> names() {
        return OwnPresets.names();
    }

    static List<String> others() {
        return OwnPresets.others();
    }

    @Test
    void theIndexListsTheFilesInOrder() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<String> presets = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("index.txt"))
                    .sorted()
                    .toList();
            assertThat(presets).allMatch(file -> file.endsWith(".conf"));
            assertThat(Presets.names())
                    .containsExactlyElementsOf(presets.stream()
                            .map(file -> file.substring(0, file.length() - ".conf".length()))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetBindsWholeAndBuilds(String name) {
        try (Experiment experiment = Bootstrap.discover().experiment(OwnPresets.settings(name))) {
            assertThat(experiment.learner().algorithm().actor()).isNotNull();
            String environment = experiment.chosen("environment").replaceAll("-v\\d+$", "");
            assertThat(name).startsWith(environment.toLowerCase(Locale.ROOT) + "-");
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void aPresetOfAPluginNamesItsArtifact(String name) {
        Invocation asked = Invocation.of("needs", "train", name);
        assertThat(asked.err()).startsWith("needs: ascent-");
        assertThat(asked.status()).isEqualTo(3);
    }
}
