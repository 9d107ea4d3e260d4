package org.ascentrl.algorithm.ppo;

import static org.ascentrl.algorithm.LinearActorCritic.advantages;
import static org.ascentrl.algorithm.LinearActorCritic.rollout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.LinearActorCritic;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.RewardScaling;
import org.ascentrl.algorithm.Trunk;
import org.ascentrl.distribution.Categorical;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Schedule;
import org.ascentrl.experience.Standardize;
import org.ascentrl.optim.Sgd;
import org.ascentrl.optim.SgdSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.Rollouts;
import org.ascentrl.wiring.Defaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PpoTest {

    private static final EnvironmentSpec SPEC = Rollouts.spec(3, new Discrete(3));
    private static final Progress START = new Progress(0, 100);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    /** Settings of one gradient step, to be changed. */
    private record Form(int epochs, int minibatch, double rate, double clip, double valueClip, double targetKl) {

        static final Form ONE_STEP = new Form(1, 1000, 0.1, 0.2, 0, 0);

        PpoSettings settings(double entropy) {
            return Defaults.of(PpoSettings.class)
                    .withDiscount(0.9)
                    .withGaeLambda(0.8)
                    .withStepsPerSlot(10)
                    .withEpochs(epochs)
                    .withMinibatchSize(minibatch)
                    .withLearningRate(Schedule.constant(rate))
                    .withClipRange(Schedule.constant(clip))
                    .withEntropyCoefficient(Schedule.constant(entropy))
                    .withValueClipRange(valueClip)
                    .withTargetKl(targetKl);
        }
    }

    private Ppo ppo(Form form) {
        return ppo(form, 0);
    }

    private Ppo ppo(Form form, double entropy) {
        Mlp networks = Mlp.tanh(8);
        return new Ppo(
                form.settings(entropy),
                new AlgorithmSetup(
                        SPEC,
                        tensors,
                        networks.networks(SPEC, tensors),
                        parameters -> new Sgd(new SgdSettings(0, 0), parameters, tensors),
                        new Streams(1)));
    }

    private Metrics update(Ppo ppo, Rollout tau) {
        try (Scope scope = tensors.scope()) {
            return ppo.update(tau, START);
        }
    }

    private double first(UnaryOperator<Form> change, String metric) {
        Form form = change.apply(Form.ONE_STEP);
        return update(ppo(form), Rollouts.random(SPEC, 5, 20)).asMap().get(metric);
    }

    /** Loss and gradient of the logits as PyTorch's, in double. */
    @Test
    void theClippedSurrogateEqualsTheReference() {
        Map<String, Object> golden =
                Json.map(Json.map(Json.read(PpoTest.class, "/golden/nn.json")).get("ppo_clip"));
        double[] flat = flat(golden.get("logits"));
        Parameter logits =
                tensors.parameter("logits", (random, shape) -> new float[24], new Streams(1).stream("x"), 8, 3);
        logits.update(own -> backend.assignInPlace(backend.copyOf(flat, logits.shape()), own));
        Actions actions = Actions.of(SPEC.actionSpace(), 8);
        System.arraycopy(Json.integers(golden.get("actions")), 0, actions.integers(), 0, 8);

        Categorical pi = new Categorical(logits.tensor(), Masks.ALL, new Discrete(3), tensors);
        Tensor logRatio = pi.logProb(actions).sub(constant(golden.get("old_log_prob")));
        double[] advantage = Json.doubles(golden.get("advantages"));
        Standardize.all(advantage);
        Tensor policyLoss =
                Ppo.surrogate(logRatio.exp(), tensors.of(advantage, 8), 0.2f).neg();
        Tensor entropy = pi.entropy().mean();
        Tensor loss = policyLoss.sub(entropy.mul(0.01f));

        assertThat(policyLoss.item()).isCloseTo((float) number(golden, "policy_loss"), within(1e-6f));
        assertThat(entropy.item()).isCloseTo((float) number(golden, "entropy_mean"), within(1e-6f));
        assertThat(loss.item()).isCloseTo((float) number(golden, "loss"), within(1e-6f));
        assertThat(backend.toDoubles(loss.gradients(List.of(logits)).of(logits)))
                .containsExactly(flat(golden.get("grad_logits")), within(1e-7));
        Metrics metrics =
                PpoLoss.of(loss, policyLoss, policyLoss, entropy, logRatio, 0.2).metrics();
        assertThat(metrics.asMap().get("approx_kl")).isCloseTo(number(golden, "approx_kl"), within(1e-6));
        assertThat(metrics.asMap()).containsEntry("clip_fraction", number(golden, "clip_fraction"));
    }

    private Tensor constant(Object numbers) {
        double[] values = Json.doubles(numbers);
        return tensors.of(values, values.length);
    }

    private static double[] flat(Object rows) {
        return ((List<?>) rows)
                .stream()
                        .flatMapToDouble(row -> Arrays.stream(Json.doubles(row)))
                        .toArray();
    }

    private static double number(Map<String, Object> golden, String name) {
        return ((Number) golden.get(name)).doubleValue();
    }

    @Test
    void theFirstGradientStepIsThatOfThePolicyThatActed() {
        assertThat(first(form -> form, "approx_kl")).isCloseTo(0, within(1e-10));
        assertThat(first(form -> form, "clip_fraction")).isZero();
    }

    @Test
    void theOldProbabilitiesStayThoseOfThePolicyThatActed() {
        assertThat(first(form -> new Form(5, 1000, 3, 0.2, 0, 0), "approx_kl")).isGreaterThan(0.001);
        assertThat(first(form -> new Form(5, 1000, 3, 0.2, 0, 0), "clip_fraction"))
                .isGreaterThan(0);
    }

    @Test
    void goesThroughAllMinibatchesInEachEpoch() {
        assertThat(first(form -> new Form(3, 25, 0.1, 0.2, 0, 0), "gradient_steps"))
                .isEqualTo(9);
    }

    @Test
    void endsWhenThePolicyIsTooFarFromTheOld() {
        assertThat(first(form -> new Form(50, 1000, 3, 0.2, 0, 0.01), "gradient_steps"))
                .isBetween(1.0, 49.0);
    }

    @Test
    void theBonusRaisesTheEntropy() {
        Form form = new Form(20, 1000, 0.3, 0.2, 0, 0);
        Rollout tau = Rollouts.random(SPEC, 5, 20);
        double without = update(ppo(form), tau).asMap().get("entropy");
        assertThat(update(ppo(form, 1), tau).asMap().get("entropy")).isGreaterThan(without + 1e-4);
    }

    @Test
    void aValueThatLeavesTheOldOneGainsNothing() {
        double free = first(form -> new Form(30, 1000, 0.1, 0.2, 0, 0), "value_loss");
        double held = first(form -> new Form(30, 1000, 0.1, 0.2, 1e-3, 0), "value_loss");
        assertThat(held).isGreaterThan(1.2 * free);
    }

    /** A value that is too high, and has not left the old one: its error is as without a clip. */
    @Test
    void aValueThatHasNotLeftTheOldOneIsNotClipped() {
        PpoSettings settings = Defaults.of(PpoSettings.class)
                .withDiscount(0.5)
                .withGaeLambda(0.5)
                .withStepsPerSlot(2)
                .withEpochs(1)
                .withMinibatchSize(2)
                .withLearningRate(Schedule.constant(0.125))
                .withValueCoefficient(0.25)
                .withValueClipRange(0.5)
                .withNormalizeAdvantages(false)
                .withTrunk(Trunk.SHARED);
        try (LinearActorCritic linear = new LinearActorCritic(setup -> new Ppo(settings, setup))) {
            Metrics metrics = linear.update(rollout(-1, -4));
            double[] advantages = {-1.5 - 0.25 * 5, -5};
            linear.assertValueGradient(advantages, 0.25);
            assertThat(metrics.asMap().get("value_loss")).isCloseTo((2.75 * 2.75 + 25) / 2, within(1e-6));
        }
    }

    @Test
    void twoWithTheSameSeedLearnTheSame() {
        Rollout tau = Rollouts.random(SPEC, 5, 20);
        Form form = new Form(2, 7, 0.1, 0.2, 0, 0);
        Ppo one = ppo(form);
        Ppo same = ppo(form);
        update(one, tau);
        update(same, tau);
        assertThat(Snapshot.of(one).sha256()).isEqualTo(Snapshot.of(same).sha256());
    }

    /** The update in closed form, on {@link LinearActorCritic}. */
    private record Linear(
            int epochs,
            int minibatch,
            Schedule rate,
            Schedule clip,
            Schedule entropy,
            double targetKl,
            boolean normalize,
            boolean scale) {

        static final Linear ONE_STEP = new Linear(
                1, 2, Schedule.constant(0.125), Schedule.constant(0.2), Schedule.constant(0), 0, false, false);

        LinearActorCritic create() {
            PpoSettings settings = Defaults.of(PpoSettings.class)
                    .withDiscount(0.5)
                    .withGaeLambda(0.5)
                    .withStepsPerSlot(2)
                    .withEpochs(epochs)
                    .withMinibatchSize(minibatch)
                    .withLearningRate(rate)
                    .withClipRange(clip)
                    .withEntropyCoefficient(entropy)
                    .withValueCoefficient(0.25)
                    .withTargetKl(targetKl)
                    .withNormalizeAdvantages(normalize)
                    .withScaleRewards(scale)
                    .withTrunk(Trunk.SHARED);
            return new LinearActorCritic(setup -> new Ppo(settings, setup), true);
        }

        Linear standardized(int rows) {
            return new Linear(epochs, rows, Schedule.constant(0), clip, entropy, targetKl, true, scale);
        }

        Linear scheduled(int steps, Schedule newClip) {
            return new Linear(
                    steps, minibatch, new Schedule(0.5, 0), newClip, new Schedule(0, 0.5), targetKl, normalize, scale);
        }

        Linear scaled() {
            return new Linear(epochs, minibatch, rate, clip, entropy, targetKl, normalize, true);
        }

        Linear twice(double kl) {
            return new Linear(2, minibatch, rate, clip, entropy, kl, normalize, scale);
        }
    }

    /** While the ratio is 1, the gradient is that of the advantages; the input normalizer learns after the step. */
    @Test
    void goesUpLogProbabilitiesByTheirAdvantagesAndValuesToTheReturns() {
        try (LinearActorCritic linear = Linear.ONE_STEP.create()) {
            linear.update(rollout());
            linear.assertPolicyGradient(advantages(), 0);
            linear.assertValueGradient(advantages(), 0.25);
            linear.assertNormalizerLearned();
            assertThat(linear.optimizer().values("value.bias"))
                    .containsExactly(new double[] {1 + 0.125 * 0.25 * 4.25}, within(1e-6));
        }
    }

    @Test
    void standardizesTheAdvantagesOfEachMinibatchOnlyForThePolicyAndIfAsked() {
        try (LinearActorCritic linear = Linear.ONE_STEP.standardized(2).create()) {
            linear.update(rollout());
            linear.assertPolicyGradient(new double[] {-Math.sqrt(0.5), Math.sqrt(0.5)}, 0);
            linear.assertValueGradient(advantages(), 0.25);
        }
    }

    /** A minibatch of one row has no deviation: its advantage stays, 1.25 for action 0 or 3 for action 1. */
    @Test
    void theAdvantageOfAMinibatchOfOneRowStaysAsItIs() {
        try (LinearActorCritic linear = Linear.ONE_STEP.standardized(1).create()) {
            linear.update(rollout());
            double slope = linear.optimizer().gradient("head.bias")[0];
            assertThat(slope).isCloseTo(slope < 0 ? -1.25 * 0.25 : 3 * 0.75, within(1e-6));
        }
    }

    @Test
    void learningRateAndBonusFollowTheirSchedules() {
        try (LinearActorCritic linear =
                Linear.ONE_STEP.scheduled(1, Schedule.constant(0.2)).create()) {
            Metrics metrics = linear.update(rollout(), new Progress(500, 1000));
            linear.assertPolicyGradient(advantages(), 0.25);
            assertThat(linear.optimizer().learningRate()).isEqualTo(0.25);
            assertThat(metrics.asMap()).containsEntry("learning_rate", 0.25);
        }
    }

    /** Of two steps the second has ratios beyond 1 ± 0.1, and none beyond 1 ± 1000. */
    @Test
    void theClipFollowsItsSchedule() {
        try (LinearActorCritic early =
                        Linear.ONE_STEP.scheduled(2, new Schedule(0.1, 2000)).create();
                LinearActorCritic late =
                        Linear.ONE_STEP.scheduled(2, new Schedule(0.1, 2000)).create()) {
            assertThat(early.update(rollout(), new Progress(0, 1000)).asMap().get("clip_fraction"))
                    .isPositive();
            assertThat(late.update(rollout(), new Progress(500, 1000)).asMap().get("clip_fraction"))
                    .isZero();
        }
    }

    @Test
    void scalesRewardsIfAsked() {
        double[] scaled = new RewardScaling(0.5).scaled(rollout()).rewards();
        try (LinearActorCritic linear = Linear.ONE_STEP.scaled().create();
                LinearActorCritic expected = Linear.ONE_STEP.create()) {
            linear.update(rollout());
            expected.update(rollout(scaled[0], scaled[1]));
            for (String parameter : List.of("head.bias", "head.weight", "value.bias", "value.weight")) {
                assertThat(linear.optimizer().gradient(parameter))
                        .containsExactly(expected.optimizer().gradient(parameter));
            }
        }
    }

    /** Before the first step the divergence is 0, so that of the second is twice the mean. */
    @Test
    void itsEndIsAtOneAndAHalfTimesTheTarget() {
        double kl;
        try (LinearActorCritic linear = Linear.ONE_STEP.twice(0).create()) {
            kl = 2 * linear.update(rollout()).asMap().get("approx_kl");
        }
        try (LinearActorCritic near = Linear.ONE_STEP.twice(kl / 1.49).create();
                LinearActorCritic far = Linear.ONE_STEP.twice(kl / 1.51).create()) {
            assertThat(near.update(rollout()).asMap()).containsEntry("gradient_steps", 2.0);
            assertThat(far.update(rollout()).asMap()).containsEntry("gradient_steps", 1.0);
        }
    }
}
