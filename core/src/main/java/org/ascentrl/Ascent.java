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
 * The front door for programs that embed the library: everything that plug-ins on the class path offer, by name.
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
     * A new environment with its default options.
     *
     * @throws org.ascentrl.settings.hocon.SettingsException if there is none of that name; the message lists those there are
     */
    public static Environment environment(String id) {
        Settings settings = references().set("environment=" + id).build();
        return Bootstrap.discover().environment(settings).create();
    }

    /** Starts to describe an experiment. Keys that are not set have the defaults of {@code reference.conf}. */
    public static ExperimentBuilder experiment() {
        return new ExperimentBuilder(references());
    }

    private static Settings.Builder references() {
        return Settings.builder().references(Ascent.class.getClassLoader());
    }

    /** Collects the settings of an experiment; what comes later overrides. */
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

        /** Adds what a plug-in offers that no jar on the class path names. */
        public ExperimentBuilder plugin(Plugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /**
         * Checks all settings and makes the experiment.
         *
         * @throws org.ascentrl.settings.hocon.SettingsException with all that is wrong with them
         */
        public Experiment build() {
            return Bootstrap.discover(plugins).experiment(settings.build());
        }
    }
}
