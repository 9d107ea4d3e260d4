package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigUtil;
import java.util.Arrays;
import java.util.Comparator;

/** Names of items: which are allowed, their order, and how messages show them. */
final class Names {

    /** The order of the unsigned UTF-8 bytes, which is that of the code points; {@code String}'s own order differs. */
    static final Comparator<String> BY_UTF8 = (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

    private static final int SHOWN = 120;

    private Names() {}

    /** Returns whether {@code text} has a UTF-8 form, that is, no unpaired surrogate. */
    static boolean isUnicode(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    /** {@code text} between quotes, cut when long, with control characters escaped: texts of foreign files go to terminals. */
    static String quoted(String text) {
        return ConfigUtil.quoteString(shortened(text));
    }

    /** The first characters of {@code text}. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
