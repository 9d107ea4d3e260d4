package org.ascentrl;

import org.ascentrl.env.Environment;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.ExperimentBuilder;

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
     * Makes a new environment with its default options.
     *
     * @throws org.ascentrl.settings.hocon.SettingsException if there is none of that name; the message lists the names
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
}
