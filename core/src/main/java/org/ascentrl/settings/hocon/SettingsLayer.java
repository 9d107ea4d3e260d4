package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source of settings.
 *
 * @param name what messages call it: a file's path, or {@code --set seed=3}
 * @param kind where it comes from
 * @param source the text as parsed, for the lines in it
 * @param values the same with substitutions put in
 */
record SettingsLayer(String name, Kind kind, ConfigObject source, ConfigObject values) {

    enum Kind {
        /** A module's defaults, which may name anything. */
        REFERENCE,
        /** The defaults that go with a choice, such as an algorithm; they may name anything, too. */
        RECOMMENDED,
        /** A file or a preset. */
        TEXT,
        /** One {@code --set}. */
        ASSIGNMENT
    }

    boolean isDefault() {
        return kind == Kind.REFERENCE || kind == Kind.RECOMMENDED;
    }

    @Nullable
    ConfigValue value(List<String> path) {
        return find(values, path);
    }

    /** Returns the place of the value of a path, if this is the layer of the given index. */
    Place place(int index, List<String> path) {
        ConfigValue written = find(source, path);
        ConfigValue found = written == null ? value(path) : written;
        return found == null || kind == Kind.ASSIGNMENT || kind == Kind.RECOMMENDED
                ? new Place(index, name, 0)
                : Place.of(index, name, found.origin());
    }

    static @Nullable ConfigValue find(ConfigObject root, List<String> path) {
        ConfigValue found = root;
        for (String key : path) {
            if (!(found instanceof ConfigObject object)) {
                return null;
            }
            try {
                found = object.get(key);
            } catch (ConfigException.NotResolved e) { // a merge with a substitution: what it holds is not known yet
                return null;
            }
        }
        return found;
    }
}
