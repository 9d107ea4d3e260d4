package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MountainCarTest {

    private static final MountainCarSettings DEFAULTS = new MountainCarSettings(0);
    private static final MountainCarSettings FAST = new MountainCarSettings(0.04, new ResetBounds(0.3, 0.45));

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
        assertThat(step(DEFAULTS, 0.49, 0.02).terminated()).isTrue();
        assertThat(step(FAST, 0.49, 0.02).terminated()).isFalse();
        assertThat(step(FAST, 0.49, 0.06).terminated()).isTrue();
    }

    private static StepResult step(MountainCarSettings settings, double... state) {
        ClassicEnvironment car = registered(settings).bare();
        car.state(state);
        return car.step(Action.of(2));
    }

    @Test
    void theWallStopsTheCar() {
        ClassicEnvironment car = registered(DEFAULTS).bare();
        car.state(new double[] {-1.19, -0.05});
        assertThat(car.step(Action.of(0)).observation()).containsExactly(-1.2f, 0);
    }

    private static Registered<MountainCarSettings> registered(MountainCarSettings settings) {
        return new Registered<>("MountainCar-v0", settings, MountainCar::new);
    }
}
