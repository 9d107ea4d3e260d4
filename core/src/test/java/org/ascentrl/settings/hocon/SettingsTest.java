package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    enum Color {
        RED,
        DARK_BLUE
    }

    record Inner(int a, Optional<Double> b) {}

    record All(
            boolean flag,
            int whole,
            long big,
            double real,
            String text,
            Color color,
            Duration pause,
            Inner inner,
            List<String> texts,
            List<Double> reals,
            List<Color> colors,
            List<List<Integer>> table,
            Optional<Inner> maybe,
            Optional<List<Integer>> sizes,
            Optional<Color> other) {}

    record Unsupported(Object anything) {}

    record Failing(int a) {
        Failing {
            if (a > 0) {
                throw new ArithmeticException("too much");
            }
        }
    }

    record TwoNumbers(int first, int second) {}

    private static Settings of(String text) {
        return Settings.builder().preset("x", text).build();
    }

    @Test
    void bindsEveryKindOfComponent() {
        Settings settings = of("""
                all {
                  flag = "true", whole = -7, big = 9223372036854775807, real = 2.5e-3, text = 12, color = dark-blue
                  pause = 1.5 m, inner { a = 1 }, texts = [a, 1, true], reals = [1, "2.5"], colors = [red]
                  table = [[1], [2, 3]], maybe { a = 2, b = 4 }, sizes = [], other = null
                }
                """);

        Optional<All> all = settings.bind("all", All.class);

        settings.check();
        assertThat(all)
                .contains(new All(
                        true,
                        -7,
                        Long.MAX_VALUE,
                        2.5e-3,
                        "12",
                        Color.DARK_BLUE,
                        Duration.ofSeconds(90),
                        new Inner(1, Optional.empty()),
                        List.of("a", "1", "true"),
                        List.of(1.0, 2.5),
                        List.of(Color.RED),
                        List.of(List.of(1), List.of(2, 3)),
                        Optional.of(new Inner(2, Optional.of(4.0))),
                        Optional.of(List.of()),
                        Optional.empty()));
        assertThat(Settings.builder().preset("again", settings.render()).build().bind("all", All.class))
                .isEqualTo(all);
    }

    @Test
    void aSectionIsTakenLiterally() {
        Settings settings = of("\"a.b/C-v0\" { a = 3 }");

        assertThat(settings.bind("a.b/C-v0", Inner.class)).contains(new Inner(3, Optional.empty()));
        settings.check();
        assertThat(settings.render()).contains("\"a.b/C-v0\" { a = 3 }");
    }

    @Test
    void wholeNumbersMayBeWrittenInAnyExactWay() {
        Settings settings = of("first = 1e3, second = \"20.00\"");

        assertThat(settings.bind("", TwoNumbers.class)).contains(new TwoNumbers(1000, 20));
    }

    @Test
    void bindingThrowsNothingAndGivesNothingWhenAValueDoesNotFit() {
        Settings settings = of("first = x, second = 2");

        assertThat(settings.bind("", TwoNumbers.class)).isEmpty();
        assertThatThrownBy(settings::check)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .containsExactly("first = x (preset x: 1): must be a whole number"));
    }

    @Test
    void aComponentOfAnotherTypeIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> of("anything = 1").bind("", Unsupported.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Unsupported.class.getName()
                        + ", key anything: A setting cannot have the type java.lang.Object");
    }

    @Test
    void anotherExceptionOfARecordIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> of("a = 1").bind("", Failing.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Failing")
                .hasRootCauseMessage("too much");
    }

    @Test
    void namesWhatSelectorsNameUnchecked() {
        Settings settings = Settings.builder()
                .reference("reference.conf", "backend = ejml, wrappers = []")
                .preset("x", "backend = nowhere, wrappers = [a, b], optimizer { epsilon = 1 }")
                .set("wrappers=[c]")
                .build();

        assertThat(settings.named("backend")).containsExactly("nowhere");
        assertThat(settings.named("wrappers")).containsExactly("c");
        assertThat(settings.named("optimizer")).isEmpty();
        assertThat(settings.named("algorithm")).isEmpty();
    }

    @Test
    void aSelectorWithoutAValueIsAProblem() {
        Settings settings = of("");

        assertThat(settings.choose("backend", List.of("nd4j", "ejml"))).isEmpty();
        assertThat(settings.chooseAll("wrappers", Set.of())).isEmpty();
        assertThatThrownBy(settings::check)
                .hasMessage(
                        "backend: has no value. Available: ejml, nd4j\nwrappers: has no value. Available: none. Put the"
                                + " module with the plug-in on the class path; a jar that joins several modules must merge their"
                                + " META-INF/services files");
    }

    @Test
    void choosesInTheOrderOfTheList() {
        assertThat(of("wrappers = [b, zzz, a]").chooseAll("wrappers", List.of("a", "b")))
                .extracting(Choice::name)
                .containsExactly("b", "a");
    }

    @Test
    void assignmentsStandAboveWhateverCameBeforeThem() {
        Settings settings = Settings.builder()
                .set("first=1")
                .preset("x", "first = 2, second = 2")
                .set("second=3")
                .reference("reference.conf", "first = 9, second = 9")
                .build();

        assertThat(settings.bind("", TwoNumbers.class)).contains(new TwoNumbers(2, 3));
    }

    @Test
    void anObjectMayBeGivenInSeveralLayers() {
        Settings settings = Settings.builder()
                .reference("reference.conf", "s { first = 1, second = 1 }")
                .preset("x", "s.first = 2")
                .set("s={second=3}")
                .build();

        assertThat(settings.bind("s", TwoNumbers.class)).contains(new TwoNumbers(2, 3));
    }

    @Test
    void badDefaultsAreReportedWithTheirPlace() {
        Settings settings = Settings.builder()
                .reference("reference.conf", "first = 1\nsecond = many")
                .build();
        settings.bind("", TwoNumbers.class);

        assertThatThrownBy(settings::check).hasMessage("second = many (reference.conf: 2): must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void problemsKeepTheirOrderInWhicheverOrderKeysAreRead(long seed) {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            lines.add("key" + (i * 7919 % 41) + " = " + i);
            expected.add("key%d (preset x: %d): no such key".formatted(i * 7919 % 41, i));
        }
        Settings settings = of(String.join("\n", lines));
        List<String> sections = new ArrayList<>(List.of("p", "q", "r", "s"));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = sections.size() - 1; i > 0; i--) {
            Collections.swap(sections, i, random.nextInt(i + 1));
        }
        sections.forEach(section -> settings.bind(section, Inner.class));
        for (String section : List.of("p", "q", "r", "s")) {
            expected.add(
                    section + ".a: has no value, nor a default. Set it in a file, or with --set " + section + ".a=..");
        }

        assertThatThrownBy(settings::check)
                .isInstanceOfSatisfying(
                        SettingsException.class, e -> assertThat(e.problems()).isEqualTo(expected));
    }

    @Test
    void whateverIsWrittenTheOnlyExceptionIsASettingsException() {
        String pieces = "abc.=:{}[]\"'$#/+,\n\\ 019eE-?\u00e9\t";
        SplittableRandom random = new SplittableRandom(20);
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            try {
                Settings settings = Settings.builder()
                        .preset("x", text.toString())
                        .set(text.toString())
                        .build();
                settings.bind("a", Inner.class);
                settings.check();
            } catch (SettingsException e) {
                refused++;
                assertThat(e.problems())
                        .isNotEmpty()
                        .allMatch(line -> line.lines().count() == 1);
                assertThat(e.getMessage().lines().toList()).isEqualTo(e.problems());
            }
        }
        assertThat(refused).isPositive();
    }
}
