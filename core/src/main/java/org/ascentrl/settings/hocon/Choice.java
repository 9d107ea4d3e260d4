package org.ascentrl.settings.hocon;

import java.util.Collection;

/**
 * A name that a selector chose.
 *
 * @param name the name as it stands
 * @param offer the name among those available that it is: itself, or a pattern {@code stem:*}
 * @param section where its options stand: its name, or the stem of the pattern
 */
public record Choice(String name, String offer, String section) {

    /** Returns the end of an error message about a name that nothing offers: the names there are, or why there are none. */
    public static String available(Collection<String> names) {
        return "Available: "
                + (names.isEmpty()
                        ? "none. Put the module with the plug-in on the class path; a jar that joins several modules must"
                                + " merge their META-INF/services files"
                        : String.join(", ", names));
    }
}
