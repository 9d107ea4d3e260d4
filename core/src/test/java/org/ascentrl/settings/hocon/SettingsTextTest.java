package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {

    @ParameterizedTest
    @CsvSource({
        "seed, seed",
        "episodesPerSlot, episodes-per-slot",
        "suttonBartoReward, sutton-barto-reward",
        "targetKL, target-kl",
        "klTarget2, kl-target2",
        "useGAELambda, use-gae-lambda",
        "beta1Power, beta1-power"
    })
    void keysAreInKebabCase(String component, String key) {
        assertThat(SettingsText.kebab(component)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "CartPole-v1",
                "ALE/Pong-v5",
                "a//b",
                "/a",
                "a/",
                "true",
                "false",
                "null",
                "trueish",
                "null-x",
                "5",
                "1e5",
                "-",
                "a b",
                " a",
                "",
                "local[2]",
                "a=b",
                "a:b",
                "#a",
                "a#b",
                "ü",
                "\"",
                "\\",
                "a\nb",
                "${X}",
                "a.b",
                ".5",
                "include",
                "include \"x\"",
                "a,b",
                "_x",
                "*",
                "a\u0007"
            })
    void quotedTextsComeBackAsTheyWere(String text) {
        var value = ConfigFactory.parseString(
                "v = " + SettingsText.quote(text) + ", w = [" + SettingsText.quote(text) + "]");

        assertThat(value.getValue("v").valueType()).isEqualTo(ConfigValueType.STRING);
        assertThat(value.getString("v")).isEqualTo(text);
        assertThat(value.getStringList("w")).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "CartPole-v1", "ALE/Pong-v5", "tanh", "dark-blue", "_x", "trueish"})
    void plainWordsNeedNoQuotes(String text) {
        assertThat(SettingsText.quote(text)).isEqualTo(text);
    }

    @Test
    void messagesStayOnOneLine() {
        assertThat(SettingsText.printable("a\nb\r\u001b[1m\u2028\u202eü\uD83D\uDE00\uD83D"))
                .isEqualTo("a\\u000ab\\u000d\\u001b[1m\\u2028\\u202eü\uD83D\uDE00\\ud83d");
    }

    @Test
    void aDocumentHasItsPlainKeysFirstAndLongSectionsOnSeveralLines() {
        Map<List<String>, String> values = new LinkedHashMap<>();
        values.put(List.of("z", "b"), "1");
        values.put(List.of("k"), "2");
        values.put(List.of("y.y", "a", "c"), "\"" + "x".repeat(30) + "\"");
        values.put(List.of("y.y", "a", "d"), "\"" + "x".repeat(30) + "\"");
        values.put(List.of("y.y", "e", "f"), "3");
        values.put(List.of("z", "a"), "4");

        assertThat(SettingsText.document(values)).isEqualTo("""
                        k = 2

                        z { b = 1, a = 4 }

                        "y.y" {
                            a { c = "%1$s", d = "%1$s" }
                            e { f = 3 }
                        }
                        """.formatted("x".repeat(30)));
    }
}
