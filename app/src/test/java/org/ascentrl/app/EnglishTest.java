package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc and the descriptions of settings open with a noun phrase or a verb: rules 1 and 7 of CONTRIBUTING.md. */
class EnglishTest {

    private static final Pattern OPENING = Pattern.compile(
            "(?:/\\*\\*\\s+(?:\\* )?|@Setting\\(\\s*(?:value\\s*=\\s*)?\")((?i:(?:in|to|from|by|of) (?:what|which|whom)|what|how|whether|where|which|who|whose|when|why|that)\\b[^\n]*)");

    @Test
    void noJavadocOrSettingOpensWithAQuestion() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(".."), 20, (file, attributes) -> isMainSource(file))) {
            assertThat(files.flatMap(file -> questions(read(file)).map(text -> file.getFileName() + ": " + text)))
                    .isEmpty();
        }
    }

    @Test
    void aQuestionIsFound() {
        assertThat(questions("/** What is. */\n/**\n * Whether it is. */\n@Setting(value =\n \"how many\", min = 1)"))
                .containsExactly("What is. */", "Whether it is. */", "how many\", min = 1)");
        assertThat(questions("/** The number of steps. */ @Setting(\"number of steps\") /** Whatever.. */"))
                .isEmpty();
    }

    private static boolean isMainSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    private static Stream<String> questions(String source) {
        return OPENING.matcher(source).results().map((MatchResult found) -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
