package org.ascentrl.envs.box2d;

import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;

class BipedalWalkerTest {

    @Nested
    class AsRegistered extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>("BipedalWalker-v3", new BipedalWalkerSettings(false), BipedalWalker::new).factory();
        }
    }

    @Nested
    class Hardcore extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>("BipedalWalkerHardcore-v3", new BipedalWalkerSettings(true), BipedalWalker::new)
                    .factory();
        }
    }
}
