package org.ascentrl.envs.classic;

import org.ascentrl.wiring.Plugin;

/** Offers the classic-control environments. */
public final class ClassicPlugin extends Plugin {

    @Override
    protected void configure() {
        bindEnvironment("CartPole-v1", CartPoleFactory.class);
    }
}
