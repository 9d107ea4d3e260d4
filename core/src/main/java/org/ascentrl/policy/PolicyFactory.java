package org.ascentrl.policy;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.tensor.Tensors;

/**
 * Makes families of networks from their settings.
 *
 * @param <C> the settings
 */
public interface PolicyFactory<C extends Record> {

    Class<C> settings();

    /**
     * Networks for {@code environment}.
     *
     * @throws IllegalArgumentException if the family has no head for its action space
     */
    Networks create(C settings, EnvironmentSpec environment, Tensors tensors);
}
