package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MountainCarContinuousTest {

    private static final MountainCarSettings DEFAULTS = new MountainCarSettings(0);
    private static final MountainCarSettings FAST = new MountainCarSettings(0.04, new ResetBounds(0.3, 0.4));

    @Nested
    class AsRegistered extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(DEFAULTS).factory();
        }
    }

    @Nested
    class WithAGoalVelocity extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(FAST).factory();
        }
    }

    @Test
    void theGoalCountsFromTheGoalVelocityOn() {
        assertThat(step(DEFAULTS, 0.44, 0.02).terminated()).isTrue();
        assertThat(step(FAST, 0.44, 0.02).terminated()).isFalse();
        assertThat(step(FAST, 0.44, 0.06).terminated()).isTrue();
    }

    @Test
    void theGoalIsWorth100AndForceCosts() {
        assertThat(step(DEFAULTS, 0.44, 0.02).reward()).isEqualTo(99.975, within(1e-9));
        assertThat(step(FAST, 0.44, 0.02).reward()).isEqualTo(-0.025, within(1e-9));
    }

    private static StepResult step(MountainCarSettings settings, double... state) {
        ClassicEnvironment car = registered(settings).bare();
        car.state(state);
        return car.step(Action.of(0.5f));
    }

    private static Registered<MountainCarSettings> registered(MountainCarSettings settings) {
        return new Registered<>("MountainCarContinuous-v0", settings, MountainCarContinuous::new);
    }
}
