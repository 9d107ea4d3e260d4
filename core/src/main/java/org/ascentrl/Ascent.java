package org.ascentrl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Plugin;

/**
 * The entry point for programs that embed the library: creates environments and experiments of the plug-ins on the
 * class path, by name.
 *
 * <pre>{@code
 * try (Environment cartPole = Ascent.environment("CartPole-v1")) { .. }
 *
 * try (Experiment experiment = Ascent.experiment()
 *         .set("environment=CartPole-v1").set("backend=ejml").set("training.steps=50000")
 *         .build()) { .. }
 * }</pre>
 */
public final class Ascent {

    private Ascent() {}

    /**
     * Returns a new environment with its default options.
     *
     * @throws org.ascentrl.settings.hocon.SettingsException if there is no environment of that name; the message lists
     *     the available ones
     */
    public static Environment environment(String id) {
        Settings settings = references().set("environment=" + id).build();
        return Bootstrap.discover().environment(settings).create();
    }

    /**
     * Returns a builder of an experiment. Keys that are not set have the defaults of the modules'
     * {@code reference.conf}.
     */
    public static ExperimentBuilder experiment() {
        return new ExperimentBuilder(references());
    }

    private static Settings.Builder references() {
        return Settings.builder().references(Ascent.class.getClassLoader());
    }

    /** Collects the settings of an experiment; later ones override earlier ones. */
    public static final class ExperimentBuilder {

        private final Settings.Builder settings;
        private final List<Plugin> plugins = new ArrayList<>();

        private ExperimentBuilder(Settings.Builder settings) {
            this.settings = settings;
        }

        /** Adds a HOCON file. */
        public ExperimentBuilder file(Path file) {
            settings.file(file);
            return this;
        }

        /** Adds one setting, {@code key=value}, as {@code training.steps=50000}. */
        public ExperimentBuilder set(String keyAndValue) {
            settings.set(keyAndValue);
            return this;
        }

        /** Adds a plug-in that no jar on the class path declares. */
        public ExperimentBuilder plugin(Plugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /**
         * Checks all settings and creates the experiment.
         *
         * @throws org.ascentrl.settings.hocon.SettingsException listing every problem with them
         */
        public Experiment build() {
            return Bootstrap.discover(plugins).experiment(settings.build());
        }
    }
}
