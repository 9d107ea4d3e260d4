package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

class DiagonalGaussianTest {

    private static final double LOG_2PI = Math.log(2 * Math.PI);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private static Actions actions(int width, float... reals) {
        Actions actions = Actions.of(Box.of(-1, 1, width), reals.length / width);
        System.arraycopy(reals, 0, actions.reals(), 0, reals.length);
        return actions;
    }

    private DiagonalGaussian gaussian(float[] mean, float... logStd) {
        int width = logStd.length;
        return new DiagonalGaussian(tensors.of(mean, mean.length / width, width), tensors.of(logStd, width), tensors);
    }

    /** The density of the actions that the reference squashes: u = μ + σ · noise. */
    @Test
    void equalsTheReference() {
        Map<String, Object> golden = Json.map(Json.map(Json.read(DiagonalGaussianTest.class, "/golden/nn.json"))
                .get("squashed_gaussian"));
        double[] mean = flat(golden.get("mean"));
        double[] logStd = flat(golden.get("log_std"));
        double[] noise = flat(golden.get("noise"));
        float[] u = new float[mean.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = (float) (mean[i] + Math.exp(logStd[i]) * noise[i]);
        }
        int rows = mean.length / 2;
        DiagonalGaussian pi = new DiagonalGaussian(tensors.of(mean, rows, 2), tensors.of(logStd, rows, 2), tensors);
        assertThat(pi.logProb(actions(2, u)).toDoubles())
                .containsExactly(Json.doubles(golden.get("gaussian_log_prob")), within(2e-6));
    }

    private static double[] flat(Object rows) {
        return ((List<?>) rows)
                .stream()
                        .flatMapToDouble(row -> Arrays.stream(Json.doubles(row)))
                        .toArray();
    }

    @Test
    void densitiesOfComponentsMultiply() {
        DiagonalGaussian pi = gaussian(new float[] {0, 1, 0, 1}, 0, (float) Math.log(2));
        double atMean = -0.5 * LOG_2PI - 0.5 * LOG_2PI - Math.log(2);
        assertThat(pi.logProb(actions(2, 0, 1, 1, 5)).toDoubles())
                .containsExactly(new double[] {atMean, atMean - 0.5 - 2}, within(1e-6));
    }

    @Test
    void entropyGrowsWithTheDeviation() {
        DiagonalGaussian pi = gaussian(new float[] {0, 1, 9, 7}, -1, 0.25f);
        double expected = 2 * (0.5 + 0.5 * LOG_2PI) - 0.75;
        assertThat(pi.entropy().toDoubles()).containsExactly(new double[] {expected, expected}, within(1e-6));
    }

    /** A sum over a fine grid: the density is one. */
    @Test
    void theDensityIntegratesToOne() {
        int steps = 4000;
        float[] mean = new float[steps];
        float[] grid = new float[steps];
        for (int i = 0; i < steps; i++) {
            mean[i] = 0.7f;
            grid[i] = (float) (0.7 + 20 * (i + 0.5) / steps - 10);
        }
        double total = 0;
        for (double logProb : gaussian(mean, 0.3f).logProb(actions(1, grid)).toDoubles()) {
            total += Math.exp(logProb) * 20 / steps;
        }
        assertThat(total).isCloseTo(1, within(1e-5));
    }

    /** Mean and variance within six standard errors: one false alarm in 10⁸. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesHaveTheirMeanAndDeviation(long seed) {
        int draws = 50_000;
        float[] mean = new float[2 * draws];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = i % 2 == 0 ? 3 : -0.5f;
        }
        double[] deviation = {0.5, 2};
        Actions out = Actions.of(Box.of(-1, 1, 2), draws);
        gaussian(mean, (float) Math.log(0.5), (float) Math.log(2))
                .sample(RowRandom.shared(new NumpyGenerator(seed)), out);
        double covariance = 0;
        for (int k = 0; k < 2; k++) {
            double sum = 0;
            double squares = 0;
            for (int i = k; i < mean.length; i += 2) {
                double z = (out.reals()[i] - mean[i]) / deviation[k];
                sum += z;
                squares += z * z;
            }
            assertThat(sum / draws).isCloseTo(0, within(6 / Math.sqrt(draws)));
            assertThat(squares / draws).isCloseTo(1, within(6 * Math.sqrt(2.0 / draws)));
        }
        for (int i = 0; i < mean.length; i += 2) {
            covariance += (out.reals()[i] - 3) / 0.5 * (out.reals()[i + 1] + 0.5) / 2 / draws;
        }
        assertThat(covariance).isCloseTo(0, within(6 / Math.sqrt(draws)));
    }

    @Test
    void aSampleIsTheMeanAndTheDeviationTimesANormalNumberOfItsRow() {
        Actions out = Actions.of(Box.of(-1, 1, 2), 2);
        gaussian(new float[] {1, 2, 3, 4}, 0, (float) Math.log(2)).sample(row -> new NumpyGenerator(row), out);
        for (int row = 0; row < 2; row++) {
            float first = (float) new NumpyGenerator(row).standardNormal();
            assertThat(out.reals()[2 * row]).isCloseTo(2 * row + 1 + first, within(1e-6f));
            assertThat(out.reals()[2 * row + 1]).isCloseTo(2 * row + 2 + 2 * first, within(1e-6f));
        }
    }

    @Test
    void samplesAreNotBounded() {
        Actions out = Actions.of(Box.of(-1, 1, 1), 2);
        gaussian(new float[] {50, -50}, -5).sample(RowRandom.shared(new NumpyGenerator(1)), out);
        assertThat(out.reals()[0]).isCloseTo(50, within(0.1f));
        assertThat(out.reals()[1]).isCloseTo(-50, within(0.1f));
    }

    @Test
    void theModeIsTheMean() {
        Actions out = Actions.of(Box.of(-1, 1, 2), 2);
        gaussian(new float[] {1, 2, 3, 4}, 1, 1).mode(out);
        assertThat(out.reals()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Parameter mean = parameter("mean", 1, 4, 2);
        Parameter shared = parameter("shared", 2, 2);
        Parameter own = parameter("own", 3, 4, 2);
        float[] a = Input.random(4, Shape.of(4, 2)).values();
        Tensor weights = tensors.of(new float[] {1, -2, 3, -4}, 4);
        for (Parameter logStd : List.of(shared, own)) {
            GradientChecker.check(
                    5,
                    List.of(mean, logStd),
                    () -> new DiagonalGaussian(mean.tensor(), logStd.tensor(), tensors)
                            .logProb(actions(2, a))
                            .mul(weights)
                            .sum());
            GradientChecker.check(
                    6,
                    List.of(mean, logStd),
                    () -> new DiagonalGaussian(mean.tensor(), logStd.tensor(), tensors)
                            .entropy()
                            .mul(weights)
                            .sum());
        }
    }

    private Parameter parameter(String name, int which, int... shape) {
        float[] values = Input.random(which, Shape.of(shape)).values();
        return tensors.parameter(name, (random, extents) -> values, new SplittableRandom(0), shape);
    }

    /** An actor may reuse the array of actions: what was computed from it stays. */
    @Test
    void keepsTheActionsItWasGiven() {
        Parameter mean = parameter("mean", 1, 2, 1);
        Actions given = actions(1, 0.5f, -0.5f);
        Tensor logStd = tensors.of(new float[] {0}, 1);
        Tensor loss = new DiagonalGaussian(mean.tensor(), logStd, tensors)
                .logProb(given)
                .sum();
        float[] before = backend.toFloats(loss.gradients(List.of(mean)).of(mean));
        given.reals()[0] = 99;
        assertThat(backend.toFloats(loss.gradients(List.of(mean)).of(mean))).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void actionsThatAreNoNumbersAreReported(float mean) {
        DiagonalGaussian pi = gaussian(new float[] {mean}, 0);
        Actions out = Actions.of(Box.of(-1, 1, 1), 1);
        assertThatThrownBy(() -> pi.sample(RowRandom.shared(new NumpyGenerator(1)), out))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("an action of the policy is " + mean)
                .hasMessageContaining("training diverged");
        assertThatThrownBy(() -> pi.mode(out)).isInstanceOf(ArithmeticException.class);
    }
}
