package org.ascentrl.wiring;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ascentrl.settings.hocon.Settings;

/**
 * The offer of a plug-in under a name.
 *
 * @param settings the record of its options
 * @param factory makes the factory, once for each choice
 */
record Offer<C extends Record, S, T>(Class<C> settings, Supplier<? extends Factory<C, S, ? extends T>> factory) {

    /** Makes it with options given in Java, which must be of the type of its settings. */
    T create(Record options, S setup) {
        return factory.get().create(settings.cast(options), setup);
    }

    /** Returns what makes it of its setup, with the options of a section; nothing if there are problems with them. */
    Optional<Function<S, T>> bind(Settings from, String section) {
        Factory<C, S, ? extends T> made = factory.get();
        return from.bind(section, settings).map(options -> setup -> made.create(options, setup));
    }
}
