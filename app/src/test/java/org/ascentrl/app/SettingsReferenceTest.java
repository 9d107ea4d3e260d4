package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    @Test
    void theReferenceOfAllKeysIsThatOfTheRecords() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "settings.md")))
                .as("stale: make it anew with ./examples/ascent list settings > docs/settings.md")
                .isEqualTo(ListCommand.settingsReference());
    }
}
