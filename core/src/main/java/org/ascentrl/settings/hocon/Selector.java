package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that names what is chosen.
 *
 * @param key the selector: {@code optimizer}, {@code wrappers}
 * @param list whether it names several
 * @param available the names it may have
 * @param value its value, or null if it has none
 * @param place where that stands
 */
record Selector(
        String key,
        boolean list,
        NavigableSet<String> available,
        @Nullable ConfigValue value,
        Place place) {

    /** The names it has, available or not. */
    List<String> chosen() {
        return value != null && fits(value) ? SettingsLayers.named(value) : List.of();
    }

    private boolean fits(ConfigValue given) {
        return list
                ? given instanceof ConfigList names && names.stream().allMatch(SettingsLayers::isScalar)
                : SettingsLayers.isScalar(given);
    }

    /** The names it has as a HOCON value. */
    String text() {
        String names = chosen().stream().map(SettingsText::quote).collect(Collectors.joining(", "));
        return list ? "[" + names + "]" : names;
    }

    List<Problem> problems() {
        if (value == null) {
            return List.of(Problem.missing(List.of(key), "has no value. " + choice()));
        }
        if (!fits(value)) {
            return List.of(
                    problem((list ? "must be a list of names, written [a, b]. " : "must be a name. ") + choice()));
        }
        List<Problem> unknown = new ArrayList<>();
        for (String name : chosen()) {
            if (!available.contains(name)) {
                String noun = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
                String which = list ? noun + ": " + SettingsText.quote(name) : noun;
                String nearest = SettingsText.didYouMean(NearestName.of(name, available));
                unknown.add(problem("no such " + which + ". " + choice() + nearest));
            }
        }
        return unknown;
    }

    private Problem problem(String what) {
        return Problem.of(place, List.of(key), value == null ? "" : SettingsText.show(value), what);
    }

    private String choice() {
        return "Available: " + (available.isEmpty() ? "none" : String.join(", ", available));
    }
}
