package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares docs/settings.md with the settings of all modules; with {@code -Dremake} writes it first. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "settings.md");
    private static final String GENERATED = """
            <!-- Everything below is generated. To remake it:
            mvn -q test -pl benchmarks -am -Dtest=SettingsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dremake -->

            """;

    @Test
    void thePageIsThatOfTheRecordsTheDefaultsAndThePresets() throws IOException {
        String page = Files.readString(PAGE);
        String fresh = page.substring(0, page.indexOf(GENERATED) + GENERATED.length()) + reference();
        if (System.getProperty("remake") != null) {
            Files.writeString(PAGE, fresh);
        }
        assertThat(Files.readString(PAGE))
                .as("stale; the comment in it has the command that remakes it")
                .isEqualTo(fresh)
                .contains("`nd4j.device`", "`djl.device`", "`ejml.kernels`", "`LunarLander-v3.gravity`");
    }

    private static String reference() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), "list", "settings");
        assertThat(status).as(err.toString()).isZero();
        return out.toString();
    }
}
