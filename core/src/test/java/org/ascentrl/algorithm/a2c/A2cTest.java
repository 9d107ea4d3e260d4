package org.ascentrl.algorithm.a2c;

import static org.ascentrl.algorithm.LinearActorCritic.advantages;
import static org.ascentrl.algorithm.LinearActorCritic.rollout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.LinearActorCritic;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.RewardScaling;
import org.ascentrl.algorithm.Trunk;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.Test;

class A2cTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(3, new Discrete(3));

    /** What the last of 20 updates from one rollout reports. */
    private static Metrics learn(double entropy, double valueCoefficient) {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            Mlp networks = Mlp.tanh(8);
            A2cSettings settings = Defaults.of(A2cSettings.class)
                    .withDiscount(0.9)
                    .withGaeLambda(0.8)
                    .withLearningRate(Schedule.constant(0.3))
                    .withEntropyCoefficient(Schedule.constant(entropy))
                    .withValueCoefficient(valueCoefficient);
            A2c a2c = new A2c(
                    settings,
                    new AlgorithmSetup(
                            SPEC,
                            tensors,
                            networks.networks(SPEC, tensors),
                            parameters -> new Sgd(new SgdSettings(0, 0.5), parameters, tensors),
                            new Streams(1)));
            Rollout tau = Rollouts.random(SPEC, 5, 20);
            Metrics last = Metrics.none();
            for (int i = 0; i < 20; i++) {
                try (Scope scope = tensors.scope()) {
                    last = a2c.update(tau, new Progress(0, 100));
                }
            }
            return last;
        }
    }

    private static double learned(double entropy, double valueCoefficient, String metric) {
        return learn(entropy, valueCoefficient).asMap().get(metric);
    }

    @Test
    void theBonusRaisesTheEntropy() {
        assertThat(learned(1, 0.5, "entropy")).isGreaterThan(learned(0, 0.5, "entropy") + 1e-3);
    }

    @Test
    void theValueFunctionLearnsByItsCoefficient() {
        assertThat(learned(0, 0.5, "value_loss")).isLessThan(learned(0, 0, "value_loss"));
    }

    private static LinearActorCritic linear(Schedule learningRate, Schedule entropy, boolean normalize, boolean scale) {
        A2cSettings settings = Defaults.of(A2cSettings.class)
                .withDiscount(0.5)
                .withGaeLambda(0.5)
                .withStepsPerSlot(2)
                .withLearningRate(learningRate)
                .withEntropyCoefficient(entropy)
                .withValueCoefficient(0.25)
                .withNormalizeAdvantages(normalize)
                .withScaleRewards(scale)
                .withTrunk(Trunk.SHARED);
        return new LinearActorCritic(setup -> new A2c(settings, setup), true);
    }

    private static LinearActorCritic linear(boolean normalize, boolean scale) {
        return linear(Schedule.constant(0.125), Schedule.constant(0), normalize, scale);
    }

    /** Also that the input normalizer learns after the step. */
    @Test
    void goesUpLogProbabilitiesByTheirAdvantagesAndValuesToTheReturns() {
        try (LinearActorCritic a2c = linear(false, false)) {
            a2c.update(rollout());
            a2c.assertPolicyGradient(advantages(), 0);
            a2c.assertValueGradient(advantages(), 0.25);
            a2c.assertNormalizerLearned();
            assertThat(a2c.optimizer().values("value.bias"))
                    .containsExactly(new double[] {1 + 0.125 * 0.25 * 4.25}, within(1e-6));
        }
    }

    @Test
    void standardizesAdvantagesOnlyForThePolicyAndIfAsked() {
        try (LinearActorCritic a2c = linear(true, false)) {
            a2c.update(rollout());
            a2c.assertPolicyGradient(new double[] {-Math.sqrt(0.5), Math.sqrt(0.5)}, 0);
            a2c.assertValueGradient(advantages(), 0.25);
        }
    }

    @Test
    void learningRateAndBonusFollowTheirSchedules() {
        try (LinearActorCritic a2c = linear(new Schedule(0.5, 0), new Schedule(0, 0.5), false, false)) {
            Metrics metrics = a2c.update(rollout(), new Progress(500, 1000));
            a2c.assertPolicyGradient(advantages(), 0.25);
            assertThat(a2c.optimizer().learningRate()).isEqualTo(0.25);
            assertThat(metrics.asMap()).containsEntry("learning_rate", 0.25);
        }
    }

    @Test
    void scalesRewardsIfAsked() {
        double[] scaled = new RewardScaling(0.5).scaled(rollout()).rewards();
        try (LinearActorCritic a2c = linear(false, true);
                LinearActorCritic expected = linear(false, false)) {
            a2c.update(rollout());
            expected.update(rollout(scaled[0], scaled[1]));
            for (String parameter : List.of("head.bias", "head.weight", "value.bias", "value.weight")) {
                assertThat(a2c.optimizer().gradient(parameter))
                        .containsExactly(expected.optimizer().gradient(parameter));
            }
        }
    }
}
