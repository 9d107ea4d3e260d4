package org.ascentrl.policy.network;

/**
 * Makes encoders from their settings.
 *
 * @param <C> the settings
 */
public interface EncoderFactory<C extends Record> {

    Class<C> settings();

    /**
     * A new encoder.
     *
     * @throws IllegalArgumentException if it does not suit the observation space
     */
    Encoder create(C settings, EncoderSetup setup);
}
