package org.ascentrl.envs.box2d;

import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;

class LunarLanderTest {

    @Nested
    class AsRegistered extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>("LunarLander-v3", new LunarLanderSettings(false), LunarLander::new).factory();
        }
    }

    @Nested
    class Continuous extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>("LunarLanderContinuous-v3", new LunarLanderSettings(true), LunarLander::new)
                    .factory();
        }
    }

    @Nested
    class InWind extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>(
                            "LunarLander-v3", new LunarLanderSettings(false, -11, true, 10, 1), LunarLander::new)
                    .factory();
        }
    }
}
