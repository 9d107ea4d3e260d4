package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that names what is chosen.
 *
 * @param key the selector: {@code optimizer}, {@code wrappers}
 * @param list whether it names several
 * @param available the names and patterns it may have
 * @param value its value, or null if it has none
 * @param place where that stands
 */
record Selector(
        String key,
        boolean list,
        NavigableSet<String> available,
        @Nullable ConfigValue value,
        Place place) {

    /** The end of a pattern. */
    private static final String ANY = ":*";

    /** The names it has, available or not. */
    List<String> chosen() {
        return value != null && fits(value) ? SettingsLayers.named(value) : List.of();
    }

    /** Of the names it has those that are available. */
    List<Choice> choices() {
        return chosen().stream().flatMap(name -> choice(name).stream()).toList();
    }

    private Optional<Choice> choice(String name) {
        if (available.contains(name) && !name.endsWith(ANY)) {
            return Optional.of(new Choice(name, name, name));
        }
        int colon = name.indexOf(':');
        String stem = name.substring(0, Math.max(0, colon));
        return available.contains(stem + ANY) && !name.equals(stem + ANY) && name.length() > colon + 1
                ? Optional.of(new Choice(name, stem + ANY, stem))
                : Optional.empty();
    }

    /** The sections in which options of {@code names} stand. */
    Set<String> sections(Collection<String> names) {
        return names.stream()
                .map(name -> choice(name).map(Choice::section).orElse(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether there is something available whose options stand in a section. */
    boolean offers(String section) {
        return available.contains(section) || available.contains(section + ANY);
    }

    /** The name or pattern available whose options stand in a section. */
    String nameOf(String section) {
        return available.contains(section) ? section : section + ANY;
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
            return List.of(Problem.missing(List.of(key), "has no value. " + Choice.available(available)));
        }
        if (!fits(value)) {
            return List.of(problem((list ? "must be a list of names, written [a, b]. " : "must be a name. ")
                    + Choice.available(available)));
        }
        List<Problem> unknown = new ArrayList<>();
        for (String name : chosen()) {
            if (choice(name).isEmpty()) {
                String noun = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
                String which = list ? noun + ": " + SettingsText.quote(name) : noun;
                String nearest = SettingsText.didYouMean(NearestName.of(name, available));
                unknown.add(problem("no such " + which + ". " + Choice.available(available) + nearest));
            }
        }
        return unknown;
    }

    private Problem problem(String what) {
        return Problem.of(place, List.of(key), value == null ? "" : SettingsText.show(value), what);
    }
}
