package org.ascentrl.wiring;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascentrl.settings.hocon.Settings;

/** Collects the settings of an experiment, of which a later one overrides an earlier one. */
public final class ExperimentBuilder {

    private final Settings.Builder settings;
    private final List<Module> modules = new ArrayList<>();

    /** Starts from the layers that {@code settings} has, to which the methods here add. */
    public ExperimentBuilder(Settings.Builder settings) {
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

    /** Adds a plug-in that no jar on the class path names. */
    public ExperimentBuilder plugin(Plugin plugin) {
        return module(plugin);
    }

    /** Adds a Guice module with bindings for the factories of plug-ins. */
    public ExperimentBuilder module(Module module) {
        modules.add(module);
        return this;
    }

    /**
     * Checks all settings and makes the experiment.
     *
     * @throws org.ascentrl.settings.hocon.SettingsException with all that is wrong with them
     * @throws IllegalStateException if two plug-ins offer the same name, or a factory lacks a binding
     */
    public Experiment build() {
        return Bootstrap.discover(modules).experiment(settings.build());
    }
}
