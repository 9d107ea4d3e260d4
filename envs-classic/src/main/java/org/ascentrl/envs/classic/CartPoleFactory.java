package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/** {@code environment = CartPole-v1}: {@link CartPole}, truncated after 500 steps and solved at a mean return of 475. */
public final class CartPoleFactory extends ClassicFactory<CartPoleSettings> {

    public CartPoleFactory() {
        super(CartPoleSettings.class, "CartPole-v1", 500, OptionalDouble.of(475), CartPole::new);
    }
}
