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
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TanhGaussianTest {

    private static final Box BOUNDS = Box.of(new float[] {-2, 0}, new float[] {2, 10});

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private TanhGaussian gaussian(Box space, float[] mean, float... logStd) {
        int d = space.flatSize();
        return new TanhGaussian(
                tensors.of(mean, mean.length / d, d),
                tensors.of(logStd, logStd.length / d, d),
                ActionRange.of(space),
                tensors);
    }

    private TanhGaussian one(double mean, double logStd) {
        return gaussian(Box.of(-1, 1, 1), new float[] {(float) mean}, (float) logStd);
    }

    private static Actions actions(Box space, float... reals) {
        Actions actions = Actions.of(space, reals.length / space.flatSize());
        System.arraycopy(reals, 0, actions.reals(), 0, reals.length);
        return actions;
    }

    private Parameter parameter(String name, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return tensors.parameter(name, (random, shape) -> floats, new SplittableRandom(0), values.length / 2, 2);
    }

    private static double[] flat(Object rows) {
        return ((List<?>) rows)
                .stream()
                        .flatMapToDouble(row -> Arrays.stream(Json.doubles(row)))
                        .toArray();
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            floats[i] = (float) x[i];
        }
        return floats;
    }

    /** The reference adds 10⁻⁶ to 1 − a², which at a = 0.9874 is 4·10⁻⁵ of it. */
    @Test
    void samplesTheirDensitiesAndTheirGradientsEqualTheReference() {
        Map<String, Object> golden = Json.map(
                Json.map(Json.read(TanhGaussianTest.class, "/golden/nn.json")).get("squashed_gaussian"));
        Parameter mean = parameter("mean", flat(golden.get("mean")));
        Parameter logStd = parameter("log-std", flat(golden.get("log_std")));
        Reparameterized.Sample sample = new TanhGaussian(
                        mean.tensor(), logStd.tensor(), ActionRange.of(Box.of(-1, 1, 2)), tensors)
                .sample(floats(flat(golden.get("noise"))));
        assertThat(sample.actions().toDoubles()).containsExactly(flat(golden.get("action")), within(1e-6));
        assertThat(sample.logProb().toDoubles()).containsExactly(Json.doubles(golden.get("log_prob")), within(1e-4));
        Gradients gradients = sample.logProb().sum().gradients(List.of(mean, logStd));
        assertThat(backend.toDoubles(gradients.of(mean))).containsExactly(flat(golden.get("grad_mean")), within(1e-4));
        assertThat(backend.toDoubles(gradients.of(logStd)))
                .containsExactly(flat(golden.get("grad_log_std")), within(1e-4));
    }

    /** Without the correction for tanh, the density would not be one. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.7, -1", "-1.5, 0.5", "0.3, 1.5"})
    void theDensityIntegratesToOneBetweenTheBounds(double mean, double logStd) {
        int steps = 8000;
        double total = 0;
        for (int i = 0; i < steps; i++) {
            double u = 60 * (i + 0.5) / steps - 30; // even steps of u leave no steep ends
            double a = Math.tanh(u);
            float[] action = {(float) a};
            if (Math.abs(a) < 1 - 1e-4) {
                double logProb = one(mean, logStd)
                        .logProb(actions(Box.of(-1, 1, 1), action))
                        .item();
                total += Math.exp(logProb) * (1 - a * a) * 60 / steps;
            } else {
                double z = (u - mean) / Math.exp(logStd);
                total += Math.exp(-0.5 * z * z - logStd) / Math.sqrt(2 * Math.PI) * 60 / steps;
            }
        }
        assertThat(total).isCloseTo(1, within(2e-3));
    }

    /** log N(u) − log(1 − tanh² u) with u = 20, where 1 − tanh² u is 0 in float32: 2 log cosh 20 = 40 − 2 log 2. */
    @ParameterizedTest
    @ValueSource(doubles = {20, -20})
    void densitiesAreFiniteWhereTanhIsOne(double mean) {
        Reparameterized.Sample sample = one(mean, 0).sample(new float[] {0});
        assertThat(sample.actions().item()).isEqualTo((float) Math.signum(mean));
        assertThat(sample.logProb().item())
                .isCloseTo((float) (-0.5 * Math.log(2 * Math.PI) + 40 - 2 * Math.log(2)), within(1e-4f));
    }

    @Test
    void theDensityOfASampleIsThatOfItsAction() {
        TanhGaussian pi = gaussian(BOUNDS, new float[] {0.3f, -0.2f, 1, 0.5f}, -1, 0.2f, 0, -0.5f);
        Reparameterized.Sample sample = pi.sample(new SplittableRandom(3));
        float[] a = sample.actions().toFloats();
        float[] inBounds = {2 * a[0], 5 + 5 * a[1], 2 * a[2], 5 + 5 * a[3]};
        assertThat(pi.logProb(actions(BOUNDS, inBounds)).toDoubles())
                .containsExactly(sample.logProb().toDoubles(), within(1e-5));
    }

    @Test
    void actionsReachTheBoundsAndKeepThem() {
        TanhGaussian pi = gaussian(BOUNDS, new float[] {50, -50, -50, 50}, 2, 2, 2, 2);
        Actions out = Actions.of(BOUNDS, 2);
        pi.mode(out);
        assertThat(out.reals()).containsExactly(2, 0, -2, 10);
        pi.sample(RowRandom.shared(new NumpyGenerator(1)), out);
        assertThat(out.reals()).containsExactly(2, 0, -2, 10);
        gaussian(BOUNDS, new float[] {0.5f, 0}, 0, 0).mode(actions(BOUNDS, 0, 0));
        Actions middle = Actions.of(BOUNDS, 1);
        gaussian(BOUNDS, new float[] {0.5f, 0}, 0, 0).mode(middle);
        assertThat(middle.reals()).containsExactly((float) (2 * Math.tanh(0.5)), 5);
    }

    /** The quantiles of a = tanh(u) are those of u, squashed: counts within six standard errors. */
    @Test
    void samplesFollowTheirDistribution() {
        int draws = 20_000;
        Box space = Box.of(-1, 1, 1);
        float[] means = new float[draws];
        Arrays.fill(means, 0.4f);
        float[] logStds = new float[draws];
        Arrays.fill(logStds, (float) Math.log(0.8));
        Actions out = Actions.of(space, draws);
        gaussian(space, means, logStds).sample(RowRandom.shared(new NumpyGenerator(7)), out);
        float[] reparameterized = gaussian(space, means, logStds)
                .sample(new NumpyGenerator(8))
                .actions()
                .toFloats();
        double[] z = {-1.2815516, 0, 1.2815516};
        double[] below = {0.1, 0.5, 0.9};
        for (float[] drawn : List.of(out.reals(), reparameterized)) {
            for (int i = 0; i < z.length; i++) {
                double bound = Math.tanh(0.4 + 0.8 * z[i]);
                double share = 0;
                for (float a : drawn) {
                    share += a < bound ? 1.0 / draws : 0;
                }
                assertThat(share).isCloseTo(below[i], within(6 * Math.sqrt(0.25 / draws)));
            }
        }
    }

    /** The log of the deviation is taken from −20 to 2, and has no gradient beyond. */
    @Test
    void theDeviationIsBounded() {
        assertThat(one(0, 9).sample(new float[] {0.1f}).actions().item())
                .isCloseTo((float) Math.tanh(0.1 * Math.exp(2)), within(1e-6f));
        assertThat(one(0.5, -99).sample(new float[] {1}).actions().item())
                .isCloseTo((float) Math.tanh(0.5 + Math.exp(-20)), within(1e-6f));
        Parameter mean = parameter("mean", 0, 0);
        Parameter logStd = parameter("log-std", 2.5, 1.5);
        Gradients gradients = new TanhGaussian(mean.tensor(), logStd.tensor(), ActionRange.of(BOUNDS), tensors)
                .sample(new float[] {0.1f, 0.1f})
                .logProb()
                .sum()
                .gradients(List.of(logStd));
        float[] slope = backend.toFloats(gradients.of(logStd));
        assertThat(slope[0]).isZero();
        assertThat(slope[1]).isNotZero();
    }

    /** Against the mean of −log π over many samples, within six standard errors. */
    @ParameterizedTest
    @CsvSource({"0, -2", "0.5, -0.5", "-1.5, 0.5", "0, 1", "3, 2"})
    void theEntropyIsTheMeanOfMinusLogPi(double mean, double logStd) {
        int draws = 40_000;
        float[] noise = new float[draws];
        float[] means = new float[draws];
        float[] logStds = new float[draws];
        NumpyGenerator random = new NumpyGenerator(4);
        for (int i = 0; i < draws; i++) {
            noise[i] = (float) random.standardNormal();
            means[i] = (float) mean;
            logStds[i] = (float) logStd;
        }
        double[] logPi = gaussian(Box.of(-1, 1, 1), means, logStds)
                .sample(noise)
                .logProb()
                .toDoubles();
        double average = Arrays.stream(logPi).average().orElseThrow();
        double variance =
                Arrays.stream(logPi).map(x -> (x - average) * (x - average)).sum() / draws;
        assertThat((double) one(mean, logStd).entropy().item())
                .isCloseTo(-average, within(6 * Math.sqrt(variance / draws) + 1e-2));
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Parameter mean = parameter("mean", 0.3, -0.5, 1.2, 0.1);
        Parameter logStd = parameter("log-std", -0.4, 0.3, -1, 0.6);
        float[] noise = Input.random(3, Shape.of(2, 2)).values();
        float[] a = {0.5f, 3, -1.5f, 8};
        ActionRange range = ActionRange.of(BOUNDS);
        List<Parameter> both = List.of(mean, logStd);
        GradientChecker.check(1, both, () -> {
            Reparameterized.Sample sample =
                    new TanhGaussian(mean.tensor(), logStd.tensor(), range, tensors).sample(noise);
            return sample.logProb().sum().add(sample.actions().mul(3).square().sum());
        });
        GradientChecker.check(
                2,
                both,
                () -> new TanhGaussian(mean.tensor(), logStd.tensor(), range, tensors)
                        .logProb(actions(BOUNDS, a))
                        .sum());
        GradientChecker.check(
                3,
                both,
                () -> new TanhGaussian(mean.tensor(), logStd.tensor(), range, tensors)
                        .entropy()
                        .sum());
    }

    @Test
    void actionsThatAreNoNumbersAreReported() {
        TanhGaussian pi = one(Float.NaN, 0);
        Actions out = Actions.of(Box.of(-1, 1, 1), 1);
        assertThatThrownBy(() -> pi.sample(RowRandom.shared(new NumpyGenerator(1)), out))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("an action of the policy is NaN: training diverged");
        assertThatThrownBy(() -> pi.mode(out)).isInstanceOf(ArithmeticException.class);
    }
}
