package org.ascentrl.envs.classic;

import java.util.OptionalDouble;

/** {@code environment = Pendulum-v1}: {@link Pendulum}, truncated after 200 steps; no return counts as solved. */
public final class PendulumFactory extends ClassicFactory<PendulumSettings> {

    public PendulumFactory() {
        super(PendulumSettings.class, "Pendulum-v1", 200, OptionalDouble.empty(), Pendulum::new);
    }
}
