package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;

/**
 * Wraps environments, as settings name it in {@code wrappers}.
 *
 * @param <C> the settings
 */
public interface WrapperFactory<C extends Record> {

    Class<C> settings();

    Environment wrap(C settings, Environment inner);
}
