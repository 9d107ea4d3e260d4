package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/** {@code environment = CartPole-v0}: {@link CartPole}, truncated after 200 steps and solved at a mean return of 195. */
public final class CartPoleV0Factory extends ClassicFactory<CartPoleSettings> {

    public CartPoleV0Factory() {
        super(CartPoleSettings.class, "CartPole-v0", 200, OptionalDouble.of(195), CartPole::new);
    }
}
