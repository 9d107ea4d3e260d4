package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDependentNoiseTest {

    private static final Map<String, Object> GOLDEN =
            Json.map(Json.read(StateDependentNoiseTest.class, "/golden/state-dependent-noise.json"));

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Parameter parameter(String name, float[] values, int... shape) {
        return tensors.parameter(name, (random, extents) -> values, new SplittableRandom(0), shape);
    }

    private Parameter golden(String name, int... shape) {
        return parameter(name, Json.floats(GOLDEN.get(name)), shape);
    }

    private DiagonalGaussian gaussian(Parameter mean, Parameter features, Parameter logStd, int steps) {
        return new DiagonalGaussian(
                mean.tensor(), new StateDependentNoise(features.tensor(), logStd.tensor(), steps), tensors);
    }

    /** One action of noise alone: the mean is 0, the standard deviation of the coefficients 1. */
    private DiagonalGaussian noise(int steps, float... features) {
        return new DiagonalGaussian(
                tensors.of(new float[] {0}, 1, 1),
                new StateDependentNoise(
                        tensors.of(features, 1, features.length),
                        tensors.of(new float[features.length], features.length, 1),
                        steps),
                tensors);
    }

    private static Actions actions(int width, float... reals) {
        Actions actions = Actions.of(Box.of(-1, 1, width), reals.length / width);
        System.arraycopy(reals, 0, actions.reals(), 0, reals.length);
        return actions;
    }

    private static float act(DiagonalGaussian pi, RowRandom random, float[] memory) {
        Actions out = Actions.of(Box.of(-1, 1, 1), 1);
        pi.sample(random, memory, out);
        return out.reals()[0];
    }

    @Test
    void equalsTheReference() {
        Parameter mean = golden("mean", 4, 2);
        Parameter latent = golden("latent", 4, 3);
        Parameter logStd = golden("log_std", 3, 2);
        DiagonalGaussian pi = gaussian(mean, latent, logStd, 0);
        Tensor logProb = pi.logProb(actions(2, Json.floats(GOLDEN.get("actions"))));
        check(logProb.toDoubles(), GOLDEN, "log_prob");
        check(pi.entropy().toDoubles(), GOLDEN, "entropy");

        Tensor weights = tensors.of(Json.floats(GOLDEN.get("weights")), 4);
        for (Parameter p : List.of(mean, logStd, latent)) {
            checkGradient(logProb.mul(weights).sum(), p, "log_prob_gradient");
        }
        for (Parameter p : List.of(logStd, latent)) {
            checkGradient(pi.entropy().mul(weights).sum(), p, "entropy_gradient");
        }
    }

    private void checkGradient(Tensor loss, Parameter p, String name) {
        double[] gradient = backend.toDoubles(loss.gradients(List.of(p)).of(p));
        check(gradient, Json.map(GOLDEN.get(name)), p.name());
    }

    private static void check(double[] actual, Map<String, Object> expected, String name) {
        double[] numbers = Json.doubles(expected.get(name));
        assertThat(actual).as(name).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(actual[i])
                    .as("%s[%d]", name, i)
                    .isCloseTo(numbers[i], within(1e-4 + 1e-4 * Math.abs(numbers[i])));
        }
    }

    /** Of the coefficients that the reference used. */
    @Test
    void actionsEqualTheReference() {
        float[] coefficients = Json.floats(GOLDEN.get("coefficients"));
        float[] memory = new float[4 * 7];
        for (int row = 0; row < 4; row++) {
            memory[7 * row] = 1;
            System.arraycopy(coefficients, 0, memory, 7 * row + 1, 6);
        }
        Actions out = Actions.of(Box.of(-1, 1, 2), 4);
        gaussian(golden("mean", 4, 2), golden("latent", 4, 3), golden("log_std", 3, 2), 0)
                .sample(row -> new NumpyGenerator(1), memory, out);
        double[] sample = new double[8];
        Arrays.setAll(sample, i -> out.reals()[i]);
        check(sample, GOLDEN, "sample");
    }

    /** Features (3, 4) and σ = 2 make a standard deviation of 10. */
    @Test
    void theDeviationIsThatOfTheFeaturesTimesSigma() {
        float logTwo = (float) Math.log(2);
        DiagonalGaussian pi = gaussian(
                parameter("mean", new float[] {1}, 1, 1),
                parameter("features", new float[] {3, 4}, 1, 2),
                parameter("log-std", new float[] {logTwo, logTwo}, 2, 1),
                0);
        double half = 0.5 * Math.log(2 * Math.PI);
        assertThat(pi.logProb(actions(1, 21)).item()).isCloseTo((float) (-2 - Math.log(10) - half), within(1e-5f));
        assertThat(pi.entropy().item()).isCloseTo((float) (0.5 + Math.log(10) + half), within(1e-5f));
    }

    @Test
    void withoutAnActiveFeatureTheDensityIsFiniteAndTheNoiseNone() {
        DiagonalGaussian pi = noise(0, 0, 0);
        assertThat(pi.logProb(actions(1, 0)).item())
                .isCloseTo((float) (0.5 * Math.log(1e6) - 0.5 * Math.log(2 * Math.PI)), within(1e-4f));
        assertThat(act(pi, RowRandom.shared(new NumpyGenerator(1)), new float[3]))
                .isZero();
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Parameter mean = parameter("mean", Input.random(1, Shape.of(4, 2)).values(), 4, 2);
        Parameter features =
                parameter("features", Input.random(2, Shape.of(4, 3)).values(), 4, 3);
        Parameter logStd = parameter("log-std", Input.random(3, Shape.of(3, 2)).values(), 3, 2);
        float[] a = Input.random(4, Shape.of(4, 2)).values();
        Tensor weights = tensors.of(new float[] {1, -2, 3, -4}, 4);
        List<Parameter> all = List.of(mean, features, logStd);
        GradientChecker.check(
                5,
                all,
                () -> gaussian(mean, features, logStd, 0)
                        .logProb(actions(2, a))
                        .mul(weights)
                        .sum());
        GradientChecker.check(
                6,
                all,
                () -> gaussian(mean, features, logStd, 0).entropy().mul(weights).sum());
    }

    /** The noise of a state is one number until new coefficients are drawn, after each {@code steps} steps. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void noiseStaysTheSameFunctionForSomeSteps(int steps) {
        float[] memory = new float[3];
        RowRandom random = RowRandom.shared(new NumpyGenerator(1));
        float last = Float.NaN;
        for (int t = 0; t < 12; t++) {
            float now = act(noise(steps, 1, 2), random, memory);
            if (t % steps == 0) {
                assertThat(now).as("step %d", t).isNotEqualTo(last);
            } else {
                assertThat(now).as("step %d", t).isEqualTo(last);
            }
            last = now;
        }
    }

    @Test
    void noiseMayStayForTheWholeEpisodeAndIsLinearInTheFeatures() {
        float[] memory = new float[3];
        RowRandom random = RowRandom.shared(new NumpyGenerator(1));
        float first = act(noise(0, 1, 0), random, memory);
        float second = act(noise(0, 0, 1), random, memory);
        for (int t = 0; t < 1000; t++) {
            assertThat(act(noise(0, 2, -3), random, memory)).isCloseTo(2 * first - 3 * second, within(1e-5f));
        }
        Arrays.fill(memory, 0);
        assertThat(act(noise(0, 1, 0), random, memory))
                .as("in the next episode")
                .isNotEqualTo(first);
    }

    /** Only σ changed: the coefficients of standard deviation 1 stay. */
    @Test
    void noiseDrawnBeforeAnUpdateFollowsTheDeviationAfterIt() {
        Parameter mean = parameter("mean", new float[] {0}, 1, 1);
        Parameter features = parameter("features", new float[] {1}, 1, 1);
        Parameter logStd = parameter("log-std", new float[] {0}, 1, 1);
        float[] memory = new float[2];
        RowRandom random = RowRandom.shared(new NumpyGenerator(1));
        float before = act(gaussian(mean, features, logStd, 0), random, memory);
        logStd.assign(new float[] {(float) Math.log(3)});
        assertThat(act(gaussian(mean, features, logStd, 0), random, memory)).isCloseTo(3 * before, within(1e-5f));
    }

    /** Mean, deviation and covariance within six standard errors: one false alarm in 10⁸. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesOfOneStateHaveTheirMeanAndDeviation(long seed) {
        int draws = 50_000;
        float[] mean = new float[2 * draws];
        float[] features = new float[2 * draws];
        for (int i = 0; i < draws; i++) {
            mean[2 * i] = 3;
            features[2 * i] = 3;
            features[2 * i + 1] = 4;
        }
        Tensor logStd = tensors.of(new float[] {0, (float) Math.log(2), 0, (float) Math.log(2)}, 2, 2);
        Actions out = Actions.of(Box.of(-1, 1, 2), draws);
        new DiagonalGaussian(
                        tensors.of(mean, draws, 2),
                        new StateDependentNoise(tensors.of(features, draws, 2), logStd, 4),
                        tensors)
                .sample(RowRandom.shared(new NumpyGenerator(seed)), out);
        double[] sum = new double[2];
        double[] squares = new double[2];
        double products = 0;
        for (int i = 0; i < draws; i++) {
            double z = (out.reals()[2 * i] - 3) / 5;
            double z2 = out.reals()[2 * i + 1] / 10;
            sum[0] += z / draws;
            sum[1] += z2 / draws;
            squares[0] += z * z / draws;
            squares[1] += z2 * z2 / draws;
            products += z * z2 / draws;
        }
        assertThat(sum).containsExactly(new double[] {0, 0}, within(6 / Math.sqrt(draws)));
        assertThat(squares).containsExactly(new double[] {1, 1}, within(6 * Math.sqrt(2.0 / draws)));
        assertThat(products).isCloseTo(0, within(6 / Math.sqrt(draws)));
    }

    /** What is drawn for a row, and remembered of it, is its own. */
    @Test
    void rowsHaveNoiseAndMemoryOfTheirOwn() {
        Tensor mean = tensors.of(new float[2], 2, 1);
        Tensor features = tensors.of(new float[] {1, 1}, 2, 1);
        DiagonalGaussian pi = new DiagonalGaussian(
                mean, new StateDependentNoise(features, tensors.of(new float[] {0}, 1, 1), 2), tensors);
        RandomGenerator[] streams = {new NumpyGenerator(1), new NumpyGenerator(2)};
        float[] memory = {1, 0.25f, 0, 0};
        Actions out = Actions.of(Box.of(-1, 1, 1), 2);
        pi.sample(row -> streams[row], memory, out);
        float drawn = (float) new NumpyGenerator(2).standardNormal();
        assertThat(out.reals()).containsExactly(0.25f, drawn);
        assertThat(memory).containsExactly(2, 0.25f, 1, drawn);
        pi.sample(row -> streams[row], memory, out);
        float next = (float) new NumpyGenerator(1).standardNormal();
        assertThat(out.reals()).containsExactly(next, drawn);
        assertThat(memory).containsExactly(1, next, 2, drawn);
    }

    @Test
    void theModeIsTheMean() {
        Actions out = Actions.of(Box.of(-1, 1, 2), 4);
        gaussian(golden("mean", 4, 2), golden("latent", 4, 3), golden("log_std", 3, 2), 0)
                .mode(out);
        assertThat(out.reals()).containsExactly(Json.floats(GOLDEN.get("mean")));
    }

    @Test
    void actionsThatAreNoNumbersAreReported() {
        DiagonalGaussian pi = noise(0, Float.NaN);
        assertThatThrownBy(() -> act(pi, RowRandom.shared(new NumpyGenerator(1)), new float[2]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("an action of the policy is NaN");
    }
}
