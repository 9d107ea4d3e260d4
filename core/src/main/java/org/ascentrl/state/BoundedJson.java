package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Headers as JSON, with limits that keep a hostile one from exhausting the stack or the heap of the parser. */
final class BoundedJson {

    static final int MAX_BYTES = 1 << 24;

    private static final int MAX_DEPTH = 8;

    /** The parser takes about 100 bytes for each byte outside of strings: with this limit it stays within 128 MiB. */
    private static final int MAX_STRUCTURE = 1 << 20;

    private BoundedJson() {}

    static ConfigObject parse(byte[] header) throws FormatException {
        requireWithinLimits(header);
        try {
            String json = UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
            return ConfigFactory.parseString(
                            json,
                            ConfigParseOptions.defaults()
                                    .setSyntax(ConfigSyntax.JSON)
                                    .setOriginDescription("header"))
                    .root();
        } catch (CharacterCodingException e) {
            throw new FormatException("the header is not UTF-8");
        } catch (ConfigException e) {
            throw new FormatException(
                    "the header is not JSON: %s".formatted(Names.quoted(String.valueOf(e.getMessage()))));
        }
    }

    /** Checks a foreign header before the recursive, allocating JSON parser sees it. */
    static void requireWithinLimits(byte[] header) throws FormatException {
        if (header.length > MAX_BYTES) {
            throw new FormatException("the header has %d bytes, allowed are %d".formatted(header.length, MAX_BYTES));
        }
        if (header.length == 0 || header[0] != '{') {
            throw new FormatException("the header does not start with {");
        }
        int depth = 0;
        int structure = 0;
        for (int i = 0; i < header.length; i++) {
            structure++;
            switch (header[i]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    int close = endOfString(header, i);
                    // The parser would take three quotation marks for a HOCON string, with brackets counted in vain.
                    if (close == i + 1 && close + 1 < header.length && header[close + 1] == '"') {
                        throw new FormatException("the header is not JSON: three quotation marks in a row");
                    }
                    i = close;
                    structure++;
                }
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new FormatException("the header is nested more than %d levels deep".formatted(MAX_DEPTH));
            }
        }
        if (structure > MAX_STRUCTURE) {
            throw new FormatException("the header has %d bytes outside of its strings, allowed are %d"
                    .formatted(structure, MAX_STRUCTURE));
        }
    }

    private static int endOfString(byte[] header, int open) {
        int i = open + 1;
        while (i < header.length && header[i] != '"') {
            i += header[i] == '\\' ? 2 : 1;
        }
        return i;
    }
}
