package org.ascentrl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README quotes stands so in the code. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTE =
            Pattern.compile("<!-- region (\\S+) (\\S+) -->\n```java\n(.*?)```\n<!-- end -->", Pattern.DOTALL);

    @Test
    void everyQuotedRegionIsThatOfItsFile() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(QUOTE.matcher(readme).results().toList())
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.group(3)).isEqualTo(region(quote)));
    }

    private static String region(MatchResult quote) {
        try {
            String file = Files.readString(ROOT.resolve(quote.group(1)));
            String start = "// region " + quote.group(2) + "\n";
            assertThat(file).contains(start);
            String region = file.substring(file.indexOf(start) + start.length());
            return region.substring(0, region.indexOf("// endregion"))
                            .stripIndent()
                            .stripTrailing() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
