package org.ascentrl.settings.hocon;

import java.util.Comparator;
import java.util.List;

/** One thing wrong with the settings: a line for people, and its place for the order. */
record Problem(Place place, String text) implements Comparable<Problem> {

    /** A problem with the value of a key. */
    static Problem of(Place place, List<String> key, String shownValue, String what) {
        return new Problem(place, "%s = %s (%s): %s".formatted(SettingsText.shownKey(key), shownValue, place, what));
    }

    /** A problem with a key, whatever its value. */
    static Problem of(Place place, List<String> key, String what) {
        return new Problem(place, "%s (%s): %s".formatted(SettingsText.shownKey(key), place, what));
    }

    /** A problem with a key that is missing. */
    static Problem missing(List<String> key, String what) {
        return new Problem(Place.NOWHERE, SettingsText.key(key) + ": " + what);
    }

    Problem {
        text = SettingsText.printable(text);
    }

    @Override
    public int compareTo(Problem other) {
        return Comparator.comparing(Problem::place).thenComparing(Problem::text).compare(this, other);
    }
}
