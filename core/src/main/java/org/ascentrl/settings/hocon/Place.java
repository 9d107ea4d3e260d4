package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigOrigin;
import java.net.URL;
import java.util.Comparator;

/**
 * The place of a setting.
 *
 * @param layer index of the layer, the lowest is 0
 * @param name what messages call the layer
 * @param line from 1; 0 where there are no lines
 */
record Place(int layer, String name, int line) implements Comparable<Place> {

    /** The place of a missing setting: after all others. */
    static final Place NOWHERE = new Place(Integer.MAX_VALUE, "", 0);

    /** The place of an origin in a layer. What came from a resource is named after that: a layer may have several. */
    static Place of(int layer, String name, ConfigOrigin origin) {
        URL url = origin.url();
        return new Place(layer, url == null ? name : resource(url.getPath()), Math.max(0, origin.lineNumber()));
    }

    /** Of a path to a resource the file's name, and before it the jar's if it is in one. */
    private static String resource(String path) {
        int jar = path.lastIndexOf("!/");
        return path.substring(path.lastIndexOf('/', jar < 0 ? path.length() : jar - 1) + 1);
    }

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
