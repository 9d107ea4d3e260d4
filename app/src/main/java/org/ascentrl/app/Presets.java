package org.ascentrl.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The bundled settings, by name. */
final class Presets {

    private Presets() {}

    /** All names, in alphabetical order: those that {@code presets/index.txt} lists. */
    static List<String> names() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(url("index.txt").openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URL url(String file) {
        return Objects.requireNonNull(Presets.class.getResource("/presets/" + file), file);
    }
}
