package org.ascentrl.envs.box2d;

import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;

class BipedalWalkerTest {

    @Nested
    class AsRegistered extends EnvironmentTck<BipedalWalkerSettings> {

        @Override
        protected BipedalWalkerFactory factory() {
            return new BipedalWalkerFactory();
        }

        @Override
        protected BipedalWalkerSettings settings() {
            return new BipedalWalkerSettings(false);
        }
    }

    @Nested
    class Hardcore extends EnvironmentTck<BipedalWalkerSettings> {

        @Override
        protected BipedalWalkerHardcoreFactory factory() {
            return new BipedalWalkerHardcoreFactory();
        }

        @Override
        protected BipedalWalkerSettings settings() {
            return new BipedalWalkerSettings(true);
        }
    }
}
