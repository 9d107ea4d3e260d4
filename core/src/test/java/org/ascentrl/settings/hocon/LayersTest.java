package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a layer's text may be, and where it may come from. */
class LayersTest {

    @TempDir
    Path directory;

    record Pair(int a, String b) {}

    private Settings file(byte[] bytes) throws IOException {
        return Settings.builder()
                .file(Files.write(directory.resolve("my.conf"), bytes))
                .build();
    }

    private Settings file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private String at(String name) {
        return directory.resolve(name) + "";
    }

    @Test
    void aFileThatIsMissing() {
        Settings.Builder builder = Settings.builder().file(directory.resolve("my.conf"));

        assertThatThrownBy(builder::build).hasMessage(at("my.conf") + ": no such file");
    }

    @Test
    void aDirectory() {
        Settings.Builder builder = Settings.builder().file(directory);

        assertThatThrownBy(builder::build).hasMessage(directory + ": is a directory, not a file with settings");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(directory.resolve("my.conf"), "a = 1");
        assumeFalse(file.toFile().setReadable(false) && Files.isReadable(file), "whoever runs this may read anything");
        Settings.Builder builder = Settings.builder().file(file);

        assertThatThrownBy(builder::build).hasMessage(file + ": cannot be read: permission denied");
    }

    @Test
    void aFileBeneathAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("my.conf"), "a = 1");
        Settings.Builder builder = Settings.builder().file(file.resolve("x.conf"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(at("my.conf") + "/x.conf: cannot be read: ");
    }

    @Test
    void aFileThatIsNotUtf8() {
        byte[] latin1 = "a = 1\nb = fünf\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> file(latin1)).hasMessage(at("my.conf") + ": 2: is not UTF-8 text");
    }

    @Test
    void aFileThatEndsInTheMiddleOfACharacter() {
        byte[] cut = {'a', ' ', '=', ' ', (byte) 0xC3};

        assertThatThrownBy(() -> file(cut)).hasMessage(at("my.conf") + ": 1: is not UTF-8 text");
    }

    @Test
    void aByteOrderMarkAndWindowsLines() throws IOException {
        Settings settings = file("\uFEFFa = 1\r\nb = größe\r\nc = 3\r\n");

        assertThat(settings.bind("", Pair.class)).contains(new Pair(1, "größe"));
        assertThatThrownBy(settings::check).hasMessage("c (" + at("my.conf") + ": 3): no such key");
    }

    @Test
    void aTextOfOneMebibyteAndNoMore() throws IOException {
        String start = "a = 1, b = x #";
        String full = start + "x".repeat((1 << 20) - start.length());

        assertThat(file(full).bind("", Pair.class)).isPresent();
        assertThatThrownBy(() -> file(full + "x"))
                .hasMessage(at("my.conf") + ": is larger than 1 MiB, the limit for settings");
        assertThatThrownBy(() -> Settings.builder().preset("x", full + "x").build())
                .hasMessage("preset x: is larger than 1 MiB, the limit for settings");
        assertThatThrownBy(
                        () -> Settings.builder().set("b=" + "x".repeat(1 << 21)).build())
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith("…: is larger than 1 MiB, the limit for settings");
    }

    @Test
    void nestingOfSixtyFourAndNoMore() throws IOException {
        String open = "{ a = [\n".repeat(32);
        String close = "]}".repeat(32);

        assertThat(file(open + 1 + close).named("a")).isEmpty();
        assertThatThrownBy(() -> file(open + "[1]" + close))
                .hasMessage(at("my.conf") + ": 33: is nested more than 64 levels deep, the limit for settings");
    }

    @Test
    void nestingFarBeyondWhatAParserCouldStand() {
        assertThatThrownBy(() -> file("a = " + "[".repeat(500_000)))
                .hasMessageEndingWith(": 1: is nested more than 64 levels deep, the limit for settings");
        assertThatThrownBy(() -> file("a." + "a.".repeat(400_000) + "a = 1"))
                .hasMessageEndingWith(": 1: is nested more than 64 levels deep, the limit for settings");
        assertThatThrownBy(() -> file(("a" + ".a".repeat(40) + " =\n {").repeat(30)))
                .hasMessageEndingWith(": 2: is nested more than 64 levels deep, the limit for settings");
    }

    @Test
    void substitutionsOfOneHundredAndNoMore() {
        assertThat(Settings.builder().preset("x", chain(100, 0)).build().named("a0"))
                .containsExactly("1");
        assertThatThrownBy(() -> Settings.builder().preset("x", chain(101, 0)).build())
                .hasMessage("preset x: has more than 100 substitutions, the limit for settings");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60})
    void nestingBySubstitutionsIsReportedOneWayOrAnother(int brackets) {
        assertThatThrownBy(() -> {
                    Settings settings =
                            Settings.builder().preset("x", chain(100, brackets)).build();
                    settings.choose("a0", Set.of());
                    settings.check();
                })
                .isInstanceOf(SettingsException.class);
    }

    /** Keys a0, a1, ..., each the next one in brackets. */
    private static String chain(int substitutions, int brackets) {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < substitutions; i++) {
            String next = "[".repeat(brackets) + "${a" + (i + 1) + "}" + "]".repeat(brackets);
            chain.append("a").append(i).append(" = ").append(next).append('\n');
        }
        return chain.append("a").append(substitutions).append(" = 1").toString();
    }

    @Test
    void bracketsAndDotsInTextsAndCommentsDoNotNest() throws IOException {
        String many = "{[.".repeat(100);
        Settings settings = file("# %s\na = 1 // %s\nb = \"\"\"%s\n\"%s\"\"\"\"\nc = \"\\\"%s\"\n\"x%s\" = 1"
                .formatted(many, many, many, many, many, many));

        assertThat(settings.bind("", Pair.class)).contains(new Pair(1, many + "\n\"" + many + "\""));
    }

    @Test
    void aPresetFromItsUrl() throws IOException {
        URL url = Files.writeString(directory.resolve("x.conf"), "a = 1\nb = [")
                .toUri()
                .toURL();

        assertThatThrownBy(() -> Settings.builder().preset("x", url).build())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("preset x: 2: does not parse: ");
        Files.writeString(directory.resolve("x.conf"), "a = 1\nb = x");
        assertThat(Settings.builder().preset("x", url).build().bind("", Pair.class))
                .contains(new Pair(1, "x"));
    }

    @Test
    void everyReferenceOnTheClassPathTheFirstOneHighest() throws IOException {
        Path first = jar("first.jar", "reference.conf", "a = 1\nforeign { home = ${some.where} }");
        Path second = jar("second.jar", "reference.conf", "a = 2\nb = x\ninclude \"more.conf\"", "more.conf", "c = 3");
        URL[] path = {first.toUri().toURL(), second.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            Settings settings = Settings.builder().references(loader).build();

            assertThat(settings.bind("", Pair.class)).contains(new Pair(1, "x"));
            assertThat(settings.named("c")).as("a module's own include").containsExactly("3");
            settings.check();
        }
    }

    @Test
    void aBadDefaultIsReportedWithItsJar() throws IOException {
        Path first = jar("first.jar", "reference.conf", "b = x");
        Path second = jar("second.jar", "reference.conf", "\na = many");
        URL[] path = {first.toUri().toURL(), second.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            Settings settings = Settings.builder().references(loader).build();
            settings.bind("", Pair.class);

            assertThatThrownBy(settings::check)
                    .hasMessage("a = many (second.jar!/reference.conf: 2): must be a whole number");
        }
    }

    @Test
    void aReferenceThatDoesNotParse() throws IOException {
        URL[] path = {
            jar("broken.jar", "reference.conf", "a = 1\nb = [").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            Settings.Builder builder = Settings.builder().references(loader);

            assertThatThrownBy(builder::build)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("broken.jar!/reference.conf: 2: does not parse: ");
        }
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
