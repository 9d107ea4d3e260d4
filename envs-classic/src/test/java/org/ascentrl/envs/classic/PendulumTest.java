package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PendulumTest {

    private static final PendulumSettings DEFAULTS = new PendulumSettings(10);

    @Nested
    class AsRegistered extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(DEFAULTS).factory();
        }
    }

    @Nested
    class OnTheMoon extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(new PendulumSettings(1.62, new PendulumSettings.Reset(0.5, 0)))
                    .factory();
        }
    }

    /** θ² + 0.1 θ̇² + 0.001 u², of the state before the step, by the shorter way round. */
    @Test
    void theRewardIsTheCostOfTheStateBefore() {
        ClassicEnvironment pendulum = registered(DEFAULTS).bare();
        pendulum.state(new double[] {1.5 * Math.PI, -2});
        assertThat(pendulum.step(Action.of(1f)).reward())
                .isEqualTo(-(Math.PI * Math.PI / 4 + 0.4 + 0.001), within(1e-9));
    }

    @Test
    void withoutGravityNothingFalls() {
        ClassicEnvironment pendulum = registered(new PendulumSettings(0)).bare();
        pendulum.state(new double[] {1, 0});
        assertThat(pendulum.step(Action.of(0f)).observation())
                .containsExactly((float) Math.cos(1), (float) Math.sin(1), 0);
    }

    private static Registered<PendulumSettings> registered(PendulumSettings settings) {
        return new Registered<>("Pendulum-v1", settings, Pendulum::new);
    }
}
