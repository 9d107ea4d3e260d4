package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @Test
    void printsHelpWithoutArguments() {
        Invocation help = Invocation.of();
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: ascent ")
                .contains("--debug", "train ", "Example: ascent train cartpole-reinforce --set seed=3");
        assertThat(Invocation.of("--help")).isEqualTo(help);
        assertThat(Invocation.of("-h")).isEqualTo(help);
    }

    @Test
    void printsHelpOnACommand() {
        Invocation help = Invocation.of("train", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: ascent train ")
                .contains("--set", "--run", "--json", "docs/settings.md", "ascent train my-settings.conf");
    }

    @Test
    void printsItsVersion() {
        for (List<String> line : List.of(List.of("--version"), List.of("-V"), List.of("train", "--version"))) {
            Invocation version = Invocation.of(line.toArray(String[]::new));
            assertThat(version.status()).isZero();
            assertThat(version.err()).isEmpty();
            assertThat(version.out()).as("%s", line).startsWith("Ascent ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian               | trian: no such command. Available: ... Did you mean train? See: ascent --help
            frobnicate          | frobnicate: no such command. Available: ... See: ascent --help
            --verbose           | --verbose: no such option. See: ascent --help
            --debgu             | --debgu: no such option. Did you mean --debug? See: ascent --help
            --debug             | Missing required subcommand. See: ascent --help
            train --sett seed=1 | --sett: no such option. Did you mean --set? See: ascent train --help
            train --sett=seed=1 | --sett: no such option. Did you mean --set? See: ascent train --help
            train --set         | Missing required parameter for option '--set' (KEY=VALUE). See: ascent train --help
            train --run         | Missing required parameter for option '--run' (DIR). See: ascent train --help
            train a b           | b: one argument too many. See: ascent train --help
            train --json=maybe  | Invalid value for option '--json': 'maybe' is not a boolean. See: ascent train --help
            """)
    void refusesACommandLineItCannotFollowInOneLine(String line, String message) {
        Invocation refused = Invocation.of(line.split(" ", -1));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines().findFirst().orElseThrow())
                .matches(Pattern.quote(message).replace("...", "\\E[a-z, -]*\\btrain\\b[a-z, -]*\\Q."));
        if (!line.contains("--debug")) {
            assertThat(refused.err().lines()).hasSize(1);
        }
    }

    @Test
    void showsStackTracesForDebugOnly() {
        assertThat(Invocation.of("train", "nope").err().lines()).hasSize(1);
        for (List<String> line : List.of(
                List.of("train", "nope", "--debug"),
                List.of("--debug", "train", "nope"),
                List.of("train", "--set", "seed=x", "--debug"),
                List.of("train", "--frobnicate", "--debug"))) {
            Invocation debugged = Invocation.of(line.toArray(String[]::new));
            assertThat(debugged.status()).isEqualTo(2);
            assertThat(debugged.err())
                    .as("%s", line)
                    .contains("\tat org.ascentrl.")
                    .contains("Exception: ");
        }
    }

    @Test
    void keepsItsMessagesShort() {
        String name = "x".repeat(100_000);
        for (Invocation refused : List.of(
                Invocation.of("train", name),
                Invocation.of(name),
                Invocation.of("train", "--" + name),
                Invocation.of("train", "--set", name),
                Invocation.of("train", "--set", "seed=" + name),
                Invocation.of("train", "--set", name + "=1"))) {
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).hasSizeLessThan(1000);
            assertThat(refused.err().lines()).hasSize(1);
        }
    }
}
