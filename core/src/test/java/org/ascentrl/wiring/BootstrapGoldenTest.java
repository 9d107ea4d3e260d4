package org.ascentrl.wiring;

import java.nio.file.Path;
import java.util.List;
import org.ascentrl.settings.hocon.GoldenTexts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application says of the settings of what its plug-ins offer. */
class BootstrapGoldenTest {

    @TempDir
    Path directory;

    static List<GoldenTexts.Case> cases() {
        return GoldenTexts.cases("bootstrap.txt");
    }

    private GoldenTexts texts() {
        return new GoldenTexts(
                TestPlugin::settings,
                settings -> {
                    try (Experiment experiment = TestPlugin.bootstrap().experiment(settings)) {
                        return experiment.text();
                    }
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
