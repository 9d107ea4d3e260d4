package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layers one upon the other, lowest first. */
final class SettingsLayers {

    private final List<SettingsLayer> layers;
    private final ConfigObject merged;

    SettingsLayers(List<SettingsLayer> layers) {
        this.layers = List.copyOf(layers);
        ConfigObject all = ConfigFactory.empty().root();
        for (SettingsLayer layer : layers) {
            all = layer.values().withFallback(all);
        }
        merged = all;
    }

    int size() {
        return layers.size();
    }

    SettingsLayer get(int index) {
        return layers.get(index);
    }

    /** The value of a path, from the highest layer that has it. */
    @Nullable
    ConfigValue value(List<String> path) {
        return SettingsLayer.find(merged, path);
    }

    /** Returns the default of a path, or null if there is none: its value where nobody sets it. */
    @Nullable
    ConfigValue defaultValue(List<String> path) {
        return defaults()
                .map(layer -> layer.value(path))
                .filter(Objects::nonNull)
                .reduce((lower, higher) -> higher)
                .orElse(null);
    }

    private Stream<SettingsLayer> defaults() {
        return layers.stream().filter(layer -> layer.kind() == SettingsLayer.Kind.REFERENCE);
    }

    /** Returns the new key of a renamed key, or an object where keys below it were renamed. */
    @Nullable
    ConfigValue renamed(List<String> path) {
        List<String> entry = new ArrayList<>(List.of("renamed"));
        entry.addAll(path);
        return defaults()
                .map(layer -> layer.value(entry))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the place of the value of a path. */
    Place place(List<String> path) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).value(path) != null) {
                return place(i, path);
            }
        }
        return Place.NOWHERE;
    }

    Place place(int layer, List<String> path) {
        return layers.get(layer).place(layer, path);
    }

    /** Returns the names of a selector when only the layers up to this one count: none, one, or those of a list. */
    List<String> named(String selector, int upTo) {
        for (int i = upTo; i >= 0; i--) {
            ConfigValue value = layers.get(i).value(List.of(selector));
            if (value != null) {
                return named(value);
            }
        }
        return List.of();
    }

    static List<String> named(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return list.stream()
                    .filter(SettingsLayers::isScalar)
                    .map(SettingsText::scalar)
                    .toList();
        }
        return isScalar(value) ? List.of(SettingsText.scalar(value)) : List.of();
    }

    static boolean isScalar(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING, NUMBER, BOOLEAN -> true;
            case OBJECT, LIST, NULL -> false;
        };
    }
}
