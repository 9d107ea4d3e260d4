package org.ascentrl.envs.box2d;

import org.ascentrl.wiring.Plugin;

/** Offers the Box2D environments. */
public final class Box2dPlugin extends Plugin {

    @Override
    protected void configure() {
        bindEnvironment("BipedalWalker-v3", BipedalWalkerFactory.class);
        bindEnvironment("BipedalWalkerHardcore-v3", BipedalWalkerHardcoreFactory.class);
        bindEnvironment("LunarLander-v3", LunarLanderFactory.class);
        bindEnvironment("LunarLanderContinuous-v3", LunarLanderContinuousFactory.class);
    }
}
