package org.ascentrl.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Bootstrap;

/** The plug-ins on the class path, and those that could be: {@code plugins.conf} says which artifact brings what. */
final class Plugins {

    private Plugins() {}

    /**
     * Discovers the plug-ins on the class path.
     *
     * @throws AbsentPluginException if {@code settings} choose what an artifact brings that is not there
     */
    static Bootstrap bootstrapFor(Settings settings) {
        Bootstrap bootstrap = Bootstrap.discover();
        Map<String, String> absent = absent(settings, bootstrap.offers());
        if (!absent.isEmpty()) {
            throw new AbsentPluginException(absent);
        }
        return bootstrap;
    }

    /** The choices that nothing offers, as {@code selector = name}, with their artifacts. */
    private static Map<String, String> absent(Settings settings, SortedMap<String, SortedSet<String>> offers) {
        Map<String, String> absent = new LinkedHashMap<>();
        SortedMap<String, String> artifacts = artifacts();
        offers.forEach((selector, offered) -> {
            for (String name : Set.copyOf(settings.named(selector))) {
                String artifact = artifacts.get(selector + "." + name);
                if (artifact != null && !offered.contains(name)) {
                    absent.put(selector + " = " + name, artifact);
                }
            }
        });
        return absent;
    }

    /** The names that {@code selector} can choose with a further artifact. */
    static List<String> namesFor(String selector) {
        return artifacts().keySet().stream()
                .filter(key -> key.startsWith(selector + "."))
                .map(key -> key.substring(selector.length() + 1))
                .toList();
    }

    /** The artifact that brings what is called {@code name}; empty if the application has it, or nothing is called so. */
    static Optional<String> artifactOf(String name) {
        return artifacts().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Artifacts by {@code selector.name}. */
    static SortedMap<String, String> artifacts() {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Plugins.class.getResourceAsStream("/plugins.conf")), UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> artifacts = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> artifacts.put(key, lines.getProperty(key)));
        return artifacts;
    }
}
