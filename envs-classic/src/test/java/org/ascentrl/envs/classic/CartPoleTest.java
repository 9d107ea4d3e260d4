package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tck.EnvironmentTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CartPoleTest {

    private static final CartPoleSettings DEFAULTS = new CartPoleSettings(false);
    private static final CartPoleSettings SUTTON_BARTO = new CartPoleSettings(true);

    private abstract static class Tck extends EnvironmentTck {

        private final CartPoleSettings settings;

        Tck(CartPoleSettings settings) {
            this.settings = settings;
        }

        @Override
        protected EnvironmentFactory factory() {
            return registered(settings).factory();
        }

        @Override
        protected Action endure(float[] observation, boolean[] mask, NumpyGenerator random) {
            return Action.of(balance(observation));
        }
    }

    @Nested
    class DefaultRewards extends Tck {
        DefaultRewards() {
            super(DEFAULTS);
        }
    }

    @Nested
    class SuttonBartoRewards extends Tck {
        SuttonBartoRewards() {
            super(SUTTON_BARTO);
        }
    }

    @Nested
    class Version0 extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return new Registered<>("CartPole-v0", DEFAULTS, CartPole::new).factory();
        }

        @Override
        protected Action endure(float[] observation, boolean[] mask, NumpyGenerator random) {
            return Action.of(balance(observation));
        }
    }

    /** Pushes to where the pole falls, and a little against where the cart goes. */
    private static int balance(float[] observation) {
        return 0.1f * observation[0] + 0.2f * observation[1] + observation[2] + 0.4f * observation[3] > 0 ? 1 : 0;
    }

    @Test
    void suttonAndBartoRewardOnlyTheFall() {
        Environment environment = registered(SUTTON_BARTO).create();
        environment.reset(3);
        StepResult result = environment.step(Action.of(0));
        int steps = 1;
        while (!result.done()) {
            assertThat(result.reward()).isZero();
            result = environment.step(Action.of(0));
            steps++;
        }
        assertThat(result.terminated()).isTrue();
        assertThat(result.reward()).isEqualTo(-1);
        assertThat(steps).isBetween(8, 11);
    }

    @Test
    void theStepLimitIsNoFall() {
        Environment environment = registered(SUTTON_BARTO).create();
        StepResult result = new StepResult(environment.reset(3), 0, false);
        while (!result.done()) {
            result = environment.step(Action.of(balance(result.observation())));
        }
        assertThat(result.truncated()).isTrue();
        assertThat(result.terminated()).isFalse();
        assertThat(result.reward()).isZero();
    }

    @Test
    void withoutASeedTheFirstEpisodeDrawsItsOwn() {
        assertThat(registered(DEFAULTS).create().reset())
                .isNotEqualTo(registered(DEFAULTS).create().reset())
                .satisfies(start -> {
                    for (float x : start) {
                        assertThat(x).isBetween(-0.05f, 0.05f);
                    }
                });
    }

    /** Balances seed 1 for 491 steps; pushes to the left alone then fall in step 500. */
    @Test
    void bothFormsCanTerminateAndTruncateInOneStep() {
        try (VectorEnvironment vector = registered(DEFAULTS).createVector(1);
                VectorEnvironment singles =
                        new SyncVectorEnvironment(List.of(registered(DEFAULTS).create()))) {
            for (VectorEnvironment environment : List.of(vector, singles)) {
                StepBatch out = new StepBatch(environment.spec(), 1);
                Actions actions = Actions.of(environment.spec().actionSpace(), 1);
                environment.reset((slot, episode) -> 1 + episode, out);
                for (int step = 1; step <= 500; step++) {
                    assertThat(out.done(0)).isFalse();
                    actions.integers()[0] = step <= 491 ? balance(out.observations.floats()) : 0;
                    environment.step(actions, new boolean[] {true}, out);
                }
                assertThat(out.terminated).containsExactly(true);
                assertThat(out.truncated).containsExactly(true);
                assertThat(out.episodeLengths).containsExactly(500);
                assertThat(out.episodeReturns).containsExactly(500);
                assertThat(Math.abs(out.finalObservations.floats()[2])).isGreaterThan(0.2094f);
            }
        }
    }

    private static Registered<CartPoleSettings> registered(CartPoleSettings settings) {
        return new Registered<>("CartPole-v1", settings, CartPole::new);
    }
}
