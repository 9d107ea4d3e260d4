package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MountainCarTest {

    private static final MountainCarFactory FACTORY = new MountainCarFactory();
    private static final MountainCarSettings DEFAULTS = new MountainCarSettings(0);
    private static final MountainCarSettings FAST = new MountainCarSettings(0.04, new ResetBounds(0.3, 0.45));

    @Nested
    class AsRegistered extends EnvironmentTck<MountainCarSettings> {

        @Override
        protected MountainCarFactory factory() {
            return FACTORY;
        }

        @Override
        protected MountainCarSettings settings() {
            return DEFAULTS;
        }
    }

    @Nested
    class WithAGoalVelocity extends EnvironmentTck<MountainCarSettings> {

        @Override
        protected MountainCarFactory factory() {
            return FACTORY;
        }

        @Override
        protected MountainCarSettings settings() {
            return FAST;
        }
    }

    @Test
    void theGoalCountsFromTheGoalVelocityOn() {
        assertThat(step(DEFAULTS, 0.49, 0.02).terminated()).isTrue();
        assertThat(step(FAST, 0.49, 0.02).terminated()).isFalse();
        assertThat(step(FAST, 0.49, 0.06).terminated()).isTrue();
    }

    private static StepResult step(MountainCarSettings settings, double... state) {
        ClassicEnvironment car = FACTORY.bare(settings);
        car.state(state);
        return car.step(Action.of(2));
    }

    @Test
    void theWallStopsTheCar() {
        ClassicEnvironment car = FACTORY.bare(DEFAULTS);
        car.state(new double[] {-1.19, -0.05});
        assertThat(car.step(Action.of(0)).observation()).containsExactly(-1.2f, 0);
    }
}
