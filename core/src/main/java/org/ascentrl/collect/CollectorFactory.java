package org.ascentrl.collect;

/**
 * Makes collectors from their settings.
 *
 * @param <C> the settings
 */
public interface CollectorFactory<C extends Record> {

    Class<C> settings();

    Collector create(C settings, CollectorSetup setup);
}
