package org.ascentrl.wiring;

import java.util.Comparator;

/**
 * Where a setting stands.
 *
 * @param layer index of the layer, the lowest is 0
 * @param name the layer's name
 * @param line from 1; 0 where there are no lines
 */
record Place(int layer, String name, int line) implements Comparable<Place> {

    /** Where a missing setting stands: after all others. */
    static final Place NOWHERE = new Place(Integer.MAX_VALUE, "", 0);

    @Override
    public int compareTo(Place other) {
        return Comparator.comparingInt(Place::layer)
                .thenComparingInt(Place::line)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return line > 0 ? name + ": " + line : name;
    }
}
