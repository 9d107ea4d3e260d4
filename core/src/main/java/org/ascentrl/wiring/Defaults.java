package org.ascentrl.wiring;

import java.util.Optional;
import java.util.SortedSet;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;

/**
 * The defaults of settings records, as the modules' {@code reference.conf} give them.
 *
 * <pre>{@code
 * PpoSettings settings = Defaults.of(PpoSettings.class).withEpochs(10).withGaeLambda(0.9);
 * }</pre>
 */
public final class Defaults {

    private Defaults() {}

    /**
     * Returns the defaults of a record, from the section of what a plug-in on the class path offers with it.
     *
     * @throws IllegalArgumentException if the record is offered under no name, or under several
     * @throws SettingsException if a component has no default
     */
    public static <C extends Record> C of(Class<C> type) {
        SortedSet<String> sections = Bootstrap.discover().sections(type);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + ": no plug-in offers anything with these settings. Name their section");
        }
        if (sections.size() > 1) {
            throw new IllegalArgumentException(
                    type.getName() + ": the settings of " + String.join(", ", sections) + ". Name the section of one");
        }
        return of(type, sections.first());
    }

    /**
     * Returns the defaults of a record from a section.
     *
     * @param section the name of a top-level object, such as {@code ppo}; {@code ""} for the top itself
     * @throws SettingsException if a component has no default
     */
    public static <C extends Record> C of(Class<C> type, String section) {
        Settings settings = Settings.builder().references(type.getClassLoader()).build();
        Optional<C> defaults = settings.bind(section, type);
        settings.check();
        return defaults.orElseThrow();
    }
}
