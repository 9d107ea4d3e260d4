package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The layers one upon the other, lowest first. Between the references and the others stand the defaults that a reference
 * recommends with a choice, in its section {@code recommended.SELECTOR.NAME}.
 */
final class SettingsLayers {

    private static final String RECOMMENDED = "recommended";

    private final List<SettingsLayer> layers;
    private final ConfigObject merged;

    SettingsLayers(List<SettingsLayer> given) {
        List<SettingsLayer> all = new ArrayList<>(given);
        all.removeIf(layer -> layer.kind() == SettingsLayer.Kind.RECOMMENDED);
        int above = (int) all.stream().filter(SettingsLayer::isDefault).count();
        ConfigObject chosen = merged(all);
        ConfigObject recommended = recommendations(all);
        for (String selector : new TreeMap<>(recommended).keySet()) {
            ConfigValue names = chosen.get(selector);
            for (String name : names == null ? List.<String>of() : named(names)) {
                if (SettingsLayer.find(recommended, List.of(selector, name)) instanceof ConfigObject values) {
                    String source = "recommended with " + selector + " = " + name;
                    all.add(above, new SettingsLayer(source, SettingsLayer.Kind.RECOMMENDED, values, values));
                }
            }
        }
        layers = List.copyOf(all);
        merged = merged(layers);
    }

    private static ConfigObject merged(List<SettingsLayer> layers) {
        return layers.stream()
                .map(SettingsLayer::values)
                .reduce(ConfigFactory.empty().root(), (lower, higher) -> higher.withFallback(lower));
    }

    private static ConfigObject recommendations(List<SettingsLayer> layers) {
        ConfigObject defaults =
                merged(layers.stream().filter(SettingsLayer::isDefault).toList());
        return defaults.get(RECOMMENDED) instanceof ConfigObject bySelector
                ? bySelector
                : ConfigFactory.empty().root();
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
        return SettingsLayer.find(merged(defaults().toList()), path);
    }

    /** Returns the values that are recommended for a path, by the name that is chosen. */
    SortedMap<String, ConfigValue> recommended(List<String> path) {
        SortedMap<String, ConfigValue> values = new TreeMap<>();
        recommendations(layers).values().stream()
                .filter(ConfigObject.class::isInstance)
                .flatMap(names -> ((ConfigObject) names).entrySet().stream())
                .forEach(entry -> {
                    ConfigValue value = entry.getValue() instanceof ConfigObject o ? SettingsLayer.find(o, path) : null;
                    if (value != null) {
                        values.put(entry.getKey(), value);
                    }
                });
        return values;
    }

    private Stream<SettingsLayer> defaults() {
        return layers.stream().filter(SettingsLayer::isDefault);
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
        ConfigValue value = new SettingsLayers(layers.subList(0, upTo + 1)).merged.get(selector);
        return value == null ? List.of() : named(value);
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
