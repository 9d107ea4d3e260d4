package org.ascentrl.envs.classic;

import org.ascentrl.wiring.Plugin;

/** Offers the classic-control environments. */
public final class ClassicPlugin extends Plugin {

    @Override
    protected void configure() {
        bindEnvironment("Acrobot-v1", AcrobotFactory.class);
        bindEnvironment("CartPole-v0", CartPoleV0Factory.class);
        bindEnvironment("CartPole-v1", CartPoleFactory.class);
        bindEnvironment("MountainCar-v0", MountainCarFactory.class);
        bindEnvironment("MountainCarContinuous-v0", MountainCarContinuousFactory.class);
        bindEnvironment("Pendulum-v1", PendulumFactory.class);
    }
}
