package org.ascentrl.settings.hocon;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the settings say to people. */
class SettingsGoldenTest {

    @TempDir
    Path directory;

    static Stream<GoldenTexts.Case> cases() {
        return Stream.of("values", "keys", "selectors", "texts", "assignments", "rendering")
                .flatMap(name -> GoldenTexts.cases(name + ".txt").stream());
    }

    private GoldenTexts texts() {
        return new GoldenTexts(
                () -> Settings.builder().reference("defaults.conf", GoldenTexts.resource("defaults.conf")),
                settings -> {
                    SampleSettings.read(settings);
                    return settings.render();
                },
                directory);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheFileExpects(GoldenTexts.Case golden) {
        texts().check(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersWhatGivesTheSameAgain(GoldenTexts.Case golden) {
        texts().checkThatItRendersTheSameAgain(golden);
    }
}
