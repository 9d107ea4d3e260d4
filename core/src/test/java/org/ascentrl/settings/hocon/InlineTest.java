package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.junit.jupiter.api.Test;

class InlineTest {

    record Deep(@Setting(value = "depth", min = 1) int depth) {}

    record Shared(int warmUp, Deep nested, @Inline Deep deep) {
        Shared {
            if (warmUp < deep.depth()) {
                throw new IllegalArgumentException("warm-up must not be less than depth");
            }
        }
    }

    record Outer(boolean first, @Inline Shared shared, int last) {}

    record Twice(int depth, @Inline Deep deep) {}

    record NoRecord(@Inline int depth) {}

    private static Settings of(String text) {
        return Settings.builder().preset("x", text).build();
    }

    @Test
    void bindsFromTheKeysOfTheEnclosingSection() {
        Settings settings = of("s { last = 4, depth = 3, warm-up = 7, first = true, nested.depth = 9 }");

        assertThat(settings.bind("s", Outer.class))
                .contains(new Outer(true, new Shared(7, new Deep(9), new Deep(3)), 4));
        settings.check();
        assertThat(settings.render())
                .isEqualTo("\ns { first = true, warm-up = 7, nested { depth = 9 }, depth = 3, last = 4 }\n");
    }

    @Test
    void problemsNameTheKeysAsTheyStand() {
        Settings settings = of("s { first = true, shared { warm-up = 2 }, depth = 0, nested.depth = 1, lst = 2 }");
        settings.bind("s", Outer.class);

        assertThatThrownBy(settings::check)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "s.depth = 0 (preset x: 1): must be at least 1",
                                        "s.lst (preset x: 1): no such key. Did you mean s.last?",
                                        "s.shared (preset x: 1): no such key",
                                        "s.last: has no value, nor a default. Set it in a file, or with --set s.last=..",
                                        "s.warm-up: has no value, nor a default. Set it in a file, or with"
                                                + " --set s.warm-up=.."));
    }

    @Test
    void aRefusalIsOfTheEnclosingSection() {
        Settings settings = of("s { first = true, warm-up = 2, depth = 3, nested.depth = 1, last = 2 }");

        assertThat(settings.bind("s", Outer.class)).isEmpty();
        assertThatThrownBy(settings::check).hasMessage("s (preset x: 1): warm-up must not be less than depth");
    }

    @Test
    void whatIsNoObjectIsToldAllKeys() {
        Settings settings = of("s = 1");

        assertThat(settings.bind("s", Outer.class)).isEmpty();
        assertThatThrownBy(settings::check)
                .hasMessage("s = 1 (preset x: 1): must be an object with the keys first, warm-up, nested, depth, last");
    }

    @Test
    void aKeyThatStandsTwiceIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> of("depth = 1").bind("", Twice.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("InlineTest$Twice has a key twice: depth, depth");
    }

    @Test
    void onlyRecordsAreInline() {
        assertThatThrownBy(() -> of("depth = 1").bind("", NoRecord.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "The component depth of org.ascentrl.settings.hocon.InlineTest$NoRecord is @Inline");
    }

    @Test
    void theReferenceListsTheKeysAsTheyStand() {
        SettingsReference reference = new SettingsReference(of("s { depth = 3 }"), new TreeMap<>());
        reference.table(List.of("s"), Outer.class);

        assertThat(reference.toString())
                .contains("| `s.first` |", "| `s.warm-up` |", "| `s.last` |")
                .contains("| `s.depth` | whole number, at least 1 | `3` | depth |")
                .contains("| `s.nested.depth` |")
                .doesNotContain("shared", "deep");
    }
}
