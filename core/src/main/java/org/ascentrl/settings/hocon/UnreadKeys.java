package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the keys of the users' layers that nothing has read. */
final class UnreadKeys {

    private final SettingsLayers layers;
    private final ReadKeys read;
    private final Collection<Selector> selectors;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    UnreadKeys(SettingsLayers layers, ReadKeys read, Collection<Selector> selectors) {
        this.layers = layers;
        this.read = read;
        this.selectors = selectors;
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).isDefault()) {
                children(i, List.of(), layers.get(i).values());
            }
        }
    }

    /** Keys that are wrong. */
    List<Problem> problems() {
        return problems;
    }

    /** Options that were right where they stand, but for something a later layer chose away: a line each. */
    List<String> dropped() {
        return dropped;
    }

    private void children(int layer, List<String> section, ConfigObject object) {
        new TreeMap<>(object).forEach((key, value) -> visit(layer, child(section, key), value));
    }

    private static List<String> child(List<String> section, String key) {
        List<String> path = new ArrayList<>(section);
        path.add(key);
        return List.copyOf(path);
    }

    private void visit(int layer, List<String> path, ConfigValue value) {
        String section = read.section(path);
        if (section != null && value instanceof ConfigObject object) {
            children(layer, path, object);
        } else if (section != null && !read.isValue(path)) {
            problems.add(Problem.of(layers.place(layer, path), path, SettingsText.show(value), section));
        } else if (!read.isValue(path) && !(path.size() == 1 && isOptions(layer, path, value))) {
            unknown(layer, path, value);
        }
    }

    private void unknown(int layer, List<String> path, ConfigValue value) {
        if (layers.renamed(path) instanceof ConfigObject && value instanceof ConfigObject object) {
            children(layer, path, object);
        } else if (!renamed(layer, path, value)) {
            String what = "no such key" + SettingsText.didYouMean(nearest(path));
            problems.add(Problem.of(layers.place(layer, path), path, what));
        }
    }

    /** Reports a key that was renamed, or those below it that were; returns whether it was renamed itself. */
    private boolean renamed(int layer, List<String> path, ConfigValue value) {
        ConfigValue renamed = layers.renamed(path);
        if (renamed instanceof ConfigObject && value instanceof ConfigObject object) {
            new TreeMap<>(object).forEach((key, inner) -> renamed(layer, child(path, key), inner));
        }
        if (renamed == null || !SettingsLayers.isScalar(renamed)) {
            return false;
        }
        String what = "was renamed to " + SettingsText.scalar(renamed);
        problems.add(Problem.of(layers.place(layer, path), path, what));
        return true;
    }

    /** Returns whether these are options of something that is not chosen; reports or drops them if so. */
    private boolean isOptions(int layer, List<String> path, ConfigValue value) {
        String name = path.get(0);
        for (Selector selector : selectors) {
            boolean chosen = isChosen(selector, name);
            if (chosen && !selector.offers(name)) {
                return true; // that there is no such thing is reported with the selector
            }
            if (!chosen
                    && selector.sections(layers.named(selector.key(), layer)).contains(name)) {
                String what = layers.get(layer).kind() == SettingsLayer.Kind.ASSIGNMENT ? "" : name + " {..} in ";
                dropped.add(SettingsText.printable("%s%s is not used: %s = %s (%s)"
                        .formatted(what, layers.get(layer).name(), selector.key(), selector.text(), selector.place())));
                return true;
            }
        }
        for (Selector selector : selectors) {
            if (!isChosen(selector, name) && selector.offers(name)) {
                if (selector.problems().isEmpty()) { // else that one is to be mended first
                    renamed(layer, path, value);
                    List<String> key = onlyKey(path, value);
                    problems.add(unchosen(layers.place(layer, key), key, value, name, selector));
                }
                return true;
            }
        }
        return false;
    }

    private static boolean isChosen(Selector selector, String section) {
        return selector.sections(selector.chosen()).contains(section);
    }

    private Problem unchosen(Place place, List<String> key, ConfigValue value, String name, Selector selector) {
        String state = selector.key() + " = " + selector.text();
        String what = selector.list()
                ? "%s does not name %s. Remove it, or add %s to %s".formatted(state, name, name, selector.key())
                : "%s is chosen, not %s. Remove it, or choose it with %s = %s"
                        .formatted(state, name, selector.key(), selector.nameOf(name));
        boolean several = key.size() == 1 && value instanceof ConfigObject;
        String shownKey = SettingsText.shownKey(key) + (several ? " {..}" : "");
        return new Problem(place, "%s (%s): %s".formatted(shownKey, place, what));
    }

    /** The one key that an object consists of, or the object's own. */
    private static List<String> onlyKey(List<String> path, ConfigValue value) {
        List<String> only = new ArrayList<>(path);
        ConfigValue inner = value;
        while (inner instanceof ConfigObject object && object.size() == 1) {
            String key = object.keySet().iterator().next();
            only.add(key);
            inner = object.get(key);
        }
        return inner instanceof ConfigObject ? path : only;
    }

    /** A neighbor with a name like it; else the same name elsewhere, if there is one only; else any key like it. */
    private Optional<String> nearest(List<String> path) {
        int depth = path.size();
        List<String> section = path.subList(0, depth - 1);
        Stream<String> neighbors = read.paths()
                .filter(p -> p.size() >= depth && p.subList(0, depth - 1).equals(section))
                .map(p -> p.get(depth - 1));
        Stream<String> options =
                depth > 1 ? Stream.empty() : selectors.stream().flatMap(selector -> selector.available().stream());
        Optional<String> neighbor = NearestName.of(
                path.get(depth - 1), Stream.concat(neighbors, options).toList());
        if (neighbor.isPresent()) {
            return neighbor.map(name -> SettingsText.key(child(section, name)));
        }
        List<String> elsewhere = read.paths()
                .filter(p -> p.get(p.size() - 1).equals(path.get(depth - 1)))
                .map(SettingsText::key)
                .distinct()
                .toList();
        if (elsewhere.size() == 1) {
            return Optional.of(elsewhere.get(0));
        }
        return NearestName.of(
                SettingsText.key(path), read.paths().map(SettingsText::key).toList());
    }
}
