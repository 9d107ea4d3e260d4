package org.ascentrl.envs.box2d;

import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;

class LunarLanderTest {

    @Nested
    class AsRegistered extends EnvironmentTck<LunarLanderSettings> {

        @Override
        protected LunarLanderFactory factory() {
            return new LunarLanderFactory();
        }

        @Override
        protected LunarLanderSettings settings() {
            return new LunarLanderSettings(false);
        }
    }

    @Nested
    class Continuous extends EnvironmentTck<LunarLanderSettings> {

        @Override
        protected LunarLanderContinuousFactory factory() {
            return new LunarLanderContinuousFactory();
        }

        @Override
        protected LunarLanderSettings settings() {
            return new LunarLanderSettings(true);
        }
    }

    @Nested
    class InWind extends EnvironmentTck<LunarLanderSettings> {

        @Override
        protected LunarLanderFactory factory() {
            return new LunarLanderFactory();
        }

        @Override
        protected LunarLanderSettings settings() {
            return new LunarLanderSettings(false, -11, true, 10, 1);
        }
    }
}
