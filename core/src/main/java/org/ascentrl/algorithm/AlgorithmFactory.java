package org.ascentrl.algorithm;

/**
 * Creates algorithms from their settings.
 *
 * @param <C> the settings
 */
public interface AlgorithmFactory<C extends Record> {

    Class<C> settings();

    /**
     * Creates an algorithm. Allocates nothing large: each thread that collects makes one, for its actor.
     *
     * @throws IllegalArgumentException if the algorithm does not suit the environment
     */
    Algorithm create(C settings, AlgorithmSetup setup);
}
