package org.ascentrl.settings.hocon;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that records and selectors have read so far, in the order of reading. */
final class ReadKeys {

    private final Set<List<String>> values = new LinkedHashSet<>();
    private final Map<List<String>, String> texts = new LinkedHashMap<>();
    private final Map<List<String>, String> sections = new LinkedHashMap<>();

    void value(List<String> path) {
        values.add(path);
    }

    /** The HOCON text of a value that was read and fits. */
    void text(List<String> path, String hocon) {
        texts.put(path, hocon);
    }

    /** An object that was read. */
    void section(List<String> path, String whatItMustBe) {
        sections.putIfAbsent(path, whatItMustBe);
    }

    boolean isValue(List<String> path) {
        return values.contains(path);
    }

    /** Returns the requirement on the object at a path, or null if none was read there. */
    @Nullable
    String section(List<String> path) {
        return sections.get(path);
    }

    Map<List<String>, String> texts() {
        return texts;
    }

    /** Every path of a value or a section. */
    Stream<List<String>> paths() {
        return Stream.concat(values.stream(), sections.keySet().stream()).filter(path -> !path.isEmpty());
    }
}
