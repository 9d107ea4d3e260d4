package org.ascentrl.env.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.tck.EnvironmentTck;
import org.ascentrl.testing.Bandit;
import org.ascentrl.testing.ChainEnvironment;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.EchoEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.ascentrl.testing.MaskedBandit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The environments that tests learn on keep the contract, and reward what they say. */
class ToyEnvironmentsTest {

    @Nested
    class Identity extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return IdentityEnvironment.factory(new IdentityEnvironment.Settings(4, 12));
        }

        @Test
        void rewardsTheActionThatEqualsTheState() {
            Environment environment = factory().create();
            float[] observation = environment.reset(0);
            for (int step = 0; step < 12; step++) {
                int state = argMax(observation);
                int action = step % 3 == 0 ? (state + 1) % 4 : state;
                StepResult result = environment.step(Action.of(action));
                assertThat(result.reward()).isEqualTo(action == state ? 1 : 0);
                observation = result.observation();
            }
        }
    }

    @Nested
    class EchoMultiDiscrete extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return EchoEnvironment.factory(
                    new EchoEnvironment.Settings(MultiDiscrete.of(new int[] {3, 2, 4}, new int[] {0, -1, 5}), 9));
        }
    }

    @Nested
    class EchoMultiBinary extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return EchoEnvironment.factory(new EchoEnvironment.Settings(new MultiBinary(5), 9));
        }
    }

    @Nested
    class EchoDict extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return EchoEnvironment.factory(new EchoEnvironment.Settings(
                    new Dict(Map.of("push", Box.of(-1, 1, 2), "gear", new Discrete(3), "lights", new MultiBinary(2))),
                    9));
        }
    }

    @Nested
    class ContinuousIdentity extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return ContinuousIdentityEnvironment.factory(new ContinuousIdentityEnvironment.Settings(7));
        }

        @Test
        void rewardsTheDistanceOfTheActionFromTheState() {
            Environment environment = factory().create();
            float state = environment.reset(0)[0];
            StepResult result = environment.step(Action.of(state));
            assertThat(result.reward()).isZero();
            state = result.observation()[0];
            assertThat(environment.step(Action.of(0.25f)).reward()).isEqualTo(-Math.abs(0.25 - state));
        }
    }

    @Nested
    class OneStepBandit extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return Bandit.factory(new Bandit.Settings(3, 0.5));
        }

        @Test
        void theLastArmIsBetterByOneAndTheNoiseHasItsDeviation() {
            Environment environment = factory().create();
            for (int arm = 0; arm < 3; arm++) {
                Action action = Action.of(arm);
                double[] rewards = IntStream.range(0, 4000)
                        .mapToDouble(seed -> {
                            environment.reset(seed);
                            return environment.step(action).reward();
                        })
                        .toArray();
                double mean = IntStream.range(0, rewards.length)
                        .mapToDouble(i -> rewards[i])
                        .average()
                        .orElseThrow();
                double variance = IntStream.range(0, rewards.length)
                        .mapToDouble(i -> (rewards[i] - mean) * (rewards[i] - mean))
                        .average()
                        .orElseThrow();
                assertThat(mean).isCloseTo(arm == 2 ? 1 : 0, within(0.04));
                assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.03));
            }
        }
    }

    @Nested
    class Masked extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return MaskedBandit.factory(new MaskedBandit.Settings(3, 9));
        }

        @Test
        void showsAndRefusesTheMaskedArm() {
            Environment environment = factory().create();
            int masked = argMax(environment.reset(0));
            boolean[] mask = new boolean[3];
            environment.actionMask(mask);
            for (int arm = 0; arm < 3; arm++) {
                assertThat(mask[arm]).isEqualTo(arm != masked);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> environment.step(Action.of(masked)))
                    .withMessage("MaskedBandit-v0: arm " + masked + " is masked");
        }

        @Test
        void anArmGivesItsNumber() {
            Environment environment = factory().create();
            int arm = (argMax(environment.reset(0)) + 1) % 3;
            assertThat(environment.step(Action.of(arm)).reward()).isEqualTo(arm);
        }
    }

    @Nested
    class Chain extends EnvironmentTck {

        @Override
        protected EnvironmentFactory factory() {
            return ChainEnvironment.factory(new ChainEnvironment.Settings(4, 10, -0.5, 3));
        }

        @Test
        void theReturnHasItsClosedForm() {
            Environment environment = factory().create();
            environment.reset(0);
            assertThat(environment.step(ChainEnvironment.LEFT).observation()).containsExactly(1, 0, 0, 0);
            double gamma = 0.9;
            double discountedReturn = 0;
            for (int step = 0; step < 3; step++) {
                StepResult result = environment.step(ChainEnvironment.RIGHT);
                discountedReturn += Math.pow(gamma, step) * result.reward();
                assertThat(result.terminated()).isEqualTo(step == 2);
                assertThat(result.truncated()).isFalse();
            }
            assertThat(discountedReturn)
                    .isCloseTo(-0.5 * (1 - gamma * gamma * gamma) / (1 - gamma) + gamma * gamma * 3, within(1e-12));
        }
    }

    private static int argMax(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .reduce((a, b) -> numbers[b] > numbers[a] ? b : a)
                .orElseThrow();
    }
}
