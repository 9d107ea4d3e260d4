package org.ascentrl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippets of the documentation are regions of files that are built and tested. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTE =
            Pattern.compile("<!-- region (\\S+) (\\S+) -->\n```(?:java|xml)?\n(.*?)```\n<!-- end -->", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "core/SPI.md", "docs/library.md"})
    void everyQuotedRegionIsThatOfItsFile(String document) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        assertThat(QUOTE.matcher(text).results().toList())
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.group(3)).isEqualTo(region(quote)));
    }

    private static String region(MatchResult quote) {
        try {
            String file = Files.readString(ROOT.resolve(quote.group(1)));
            Matcher region = Pattern.compile(
                            "(?://|<!--) region " + quote.group(2) + "(?: -->)?\n(.*?)\n *(?://|<!--) endregion",
                            Pattern.DOTALL)
                    .matcher(file);
            assertThat(region.find()).as(quote.group(1) + ", " + quote.group(2)).isTrue();
            return region.group(1).stripIndent().stripTrailing() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
