package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AcrobotTest {

    private static final AcrobotSettings DEFAULTS = new AcrobotSettings();

    @Nested
    class AsRegistered extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(DEFAULTS).factory();
        }
    }

    @Nested
    class WithNoiseAndThePapersEquations extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return registered(new AcrobotSettings(AcrobotSettings.Dynamics.NIPS, 0.5, 0.1, new ResetBounds(-0.2, 0.1)))
                    .factory();
        }
    }

    /** A torque against the motion of the first rod swings both up. */
    @Test
    void swingsUpBeforeTheStepLimit() {
        Environment acrobot = registered(DEFAULTS).create();
        StepResult result = new StepResult(acrobot.reset(1), 0, false);
        int steps = 0;
        while (!result.done()) {
            assertThat(result.reward()).isEqualTo(steps == 0 ? 0 : -1);
            result = acrobot.step(Action.of(result.observation()[4] < 0 ? 2 : 0));
            steps++;
        }
        assertThat(result.terminated()).isTrue();
        assertThat(result.reward()).isZero();
        float[] last = result.observation();
        double tip = -last[0] - (last[0] * last[2] - last[1] * last[3]);
        assertThat(tip).isGreaterThan(1);
        assertThat(steps).isBetween(50, 300);
    }

    /** Without torque, the total energy stays, up to what the integration loses. */
    @Test
    void shortStepsKeepTheEnergyOfTheBooksEquations() {
        AcrobotSettings fine = new AcrobotSettings(AcrobotSettings.Dynamics.BOOK, 0, 0.01, new ResetBounds(-1, 1));
        ClassicEnvironment acrobot = registered(fine).bare();
        acrobot.reset(4);
        double before = energy(acrobot.state());
        for (int i = 0; i < 1000; i++) {
            acrobot.step(Action.of(1));
        }
        assertThat(energy(acrobot.state())).isCloseTo(before, within(1e-5));
    }

    private static double energy(double[] state) {
        double angle = state[0] + state[1];
        double speed = state[2] + state[3];
        double elbow = 0.5 * (0.25 + 1) * state[2] * state[2];
        double outer = 0.5
                * (state[2] * state[2] + 0.25 * speed * speed + state[2] * speed * Math.cos(state[1]) + speed * speed);
        return elbow + outer - 9.8 * (1.5 * Math.cos(state[0]) + 0.5 * Math.cos(angle));
    }

    private static Registered<AcrobotSettings> registered(AcrobotSettings settings) {
        return new Registered<>("Acrobot-v1", settings, Acrobot::new);
    }
}
