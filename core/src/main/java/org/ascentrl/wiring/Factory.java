package org.ascentrl.wiring;

/**
 * Makes what a plug-in offers: mostly a constructor, such as {@code A2c::new}.
 *
 * <p>An experiment calls its factories one after the other, from the threads that use what they make.
 *
 * @param <C> the settings
 * @param <S> everything else that it is built from, as its {@link Kind} says
 * @param <T> what is made
 */
@FunctionalInterface
public interface Factory<C extends Record, S, T> {

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if the settings do not suit the setup
     */
    T create(C settings, S setup);
}
