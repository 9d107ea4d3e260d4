package org.ascentrl.envs.classic;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentFactory;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.VectorEnvironment;

/** {@code environment = CartPole-v1}: {@link CartPole}, truncated after 500 steps and solved at a mean return of 475. */
public final class CartPoleFactory implements EnvironmentFactory<CartPoleSettings> {

    private static final EnvironmentSpec SPEC = new EnvironmentSpec(
            "CartPole-v1",
            OptionalInt.of(500),
            OptionalDouble.of(475),
            CartPole.OBSERVATION_SPACE,
            CartPole.ACTION_SPACE);

    @Override
    public Class<CartPoleSettings> settings() {
        return CartPoleSettings.class;
    }

    @Override
    public EnvironmentSpec spec(CartPoleSettings settings) {
        return SPEC;
    }

    @Override
    public Environment create(CartPoleSettings settings) {
        return EnvironmentFactory.registered(new CartPole(SPEC, settings));
    }

    @Override
    public VectorEnvironment createVector(CartPoleSettings settings, int slots) {
        return new CartPoleVector(SPEC, settings, slots);
    }
}
