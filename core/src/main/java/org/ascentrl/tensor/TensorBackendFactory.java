package org.ascentrl.tensor;

/**
 * Makes backends from their settings. Creating the factory loads nothing; {@link #create} may load native libraries.
 *
 * @param <C> the settings
 */
public interface TensorBackendFactory<C extends Record> {

    Class<C> settings();

    /** A new arena for the calling thread. */
    TensorBackend create(C settings);
}
