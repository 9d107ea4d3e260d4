package org.ascentrl.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Plugin;

/** Checks that the application's {@code plugins.conf} lists what a plug-in offers: without it the launcher fetches nothing. */
public final class PluginListing {

    private PluginListing() {}

    /**
     * Compares {@code plugins.conf} on the class path with a plug-in.
     *
     * @param artifact that the plug-in comes with
     */
    public static void check(Plugin plugin, String artifact) throws IOException {
        Set<String> offered = new TreeSet<>();
        new Bootstrap(List.of(plugin))
                .offers()
                .forEach((selector, names) -> names.forEach(name -> offered.add(selector + "." + name)));
        Properties listed = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(PluginListing.class.getResourceAsStream("/plugins.conf")), UTF_8)) {
            listed.load(reader);
        }
        listed.values().removeIf(other -> !other.equals(artifact));
        assertThat(listed.stringPropertyNames())
                .as("what plugins.conf lists of %s", artifact)
                .isEqualTo(offered);
    }
}
