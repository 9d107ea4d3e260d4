package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Distribution#kl}: E[ log π(a) − log π'(a) ], against sums and integrals over all actions. */
class KlTest {

    private static final Box UNIT = Box.of(-1, 1, 1);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Parameter parameter(String name, int seed, int... shape) {
        return tensors.parameter(
                name,
                (random, extents) -> Input.random(seed, Shape.of(extents)).values(),
                new SplittableRandom(0),
                shape);
    }

    private Categorical categorical(Tensor logits, Masks masks) {
        return new Categorical(logits, masks, new Discrete(3), tensors);
    }

    private Tensor logits(int seed, int rows, int choices) {
        return tensors.of(Input.random(seed, Shape.of(rows, choices)).values(), rows, choices);
    }

    @Test
    void ofChoicesIsTheSumOverThem() {
        Categorical p = categorical(logits(1, 2, 3), Masks.ALL);
        Categorical q = categorical(logits(2, 2, 3), Masks.ALL);
        double[] logP = p.logProbs().toDoubles();
        double[] logQ = q.logProbs().toDoubles();
        double[] kl = p.kl(q).toDoubles();
        for (int row = 0; row < 2; row++) {
            double sum = 0;
            for (int i = 3 * row; i < 3 * row + 3; i++) {
                sum += Math.exp(logP[i]) * (logP[i] - logQ[i]);
            }
            assertThat(kl[row]).isPositive().isCloseTo(sum, within(1e-6));
        }
    }

    /** Two choices are left: probabilities p and 1 − p. */
    @Test
    void ofMaskedChoicesIsTheSumOverWhatIsAllowed() {
        Masks masks = Masks.of(new boolean[] {true, false, true}, 3);
        Categorical p = categorical(tensors.of(new float[] {(float) Math.log(3), 9, 0}, 1, 3), masks);
        Categorical q = categorical(tensors.of(new float[] {0, -9, 0}, 1, 3), masks);
        assertThat(p.kl(q).toDoubles()[0]).isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-6));
        assertThat(p.kl(p).toDoubles()[0]).isZero();
    }

    @Test
    void ofSeveralChoicesIsTheSumOverTheIntegers() {
        MultiDiscrete space = MultiDiscrete.of(3, 2);
        Tensor one = logits(1, 4, 5);
        Tensor other = logits(2, 4, 5);
        double[] first = categorical(one.slice(1, 0, 3), Masks.ALL)
                .kl(categorical(other.slice(1, 0, 3), Masks.ALL))
                .toDoubles();
        double[] second = new Categorical(one.slice(1, 3, 5), Masks.ALL, new Discrete(2), tensors)
                .kl(new Categorical(other.slice(1, 3, 5), Masks.ALL, new Discrete(2), tensors))
                .toDoubles();
        double[] kl = new MultiCategorical(one, Masks.ALL, space, tensors)
                .kl(new MultiCategorical(other, Masks.ALL, space, tensors))
                .toDoubles();
        for (int row = 0; row < 4; row++) {
            assertThat(kl[row]).isCloseTo(first[row] + second[row], within(1e-6));
        }
    }

    private DiagonalGaussian gaussian(double mean, double std) {
        return new DiagonalGaussian(scalar(mean), scalar(Math.log(std)), tensors);
    }

    private TanhGaussian squashed(double mean, double std) {
        return new TanhGaussian(scalar(mean), scalar(Math.log(std)), ActionRange.of(UNIT), tensors);
    }

    private Tensor scalar(double value) {
        return tensors.of(new float[] {(float) value}, 1, 1);
    }

    private static double density(Distribution pi, double a) {
        Actions actions = Actions.of(UNIT, 1);
        actions.reals()[0] = (float) a;
        return pi.logProb(actions).toDoubles()[0];
    }

    /** By the trapezoidal rule. */
    private static double integral(double from, double to, DoubleUnaryOperator f) {
        int steps = 4000;
        double h = (to - from) / steps;
        double sum = 0;
        for (int i = 1; i < steps; i++) {
            sum += h * f.applyAsDouble(from + i * h);
        }
        return sum;
    }

    private static double integral(double from, double to, Distribution p, Distribution q) {
        return integral(from, to, a -> Math.exp(density(p, a)) * (density(p, a) - density(q, a)));
    }

    @Test
    void ofGaussiansIsTheIntegralOverAllActions() {
        DiagonalGaussian p = gaussian(0.3, 0.5);
        DiagonalGaussian q = gaussian(-0.4, 1.2);
        assertThat(p.kl(q).toDoubles()[0]).isCloseTo(integral(-4, 4, p, q), within(1e-5));
        assertThat(q.kl(p).toDoubles()[0]).isCloseTo(integral(-10, 10, q, p), within(1e-4));
    }

    @Test
    void ofSquashedGaussiansIsTheIntegralOverAllActions() {
        TanhGaussian p = squashed(0.2, 0.3);
        TanhGaussian q = squashed(-0.1, 0.4);
        assertThat(p.kl(q).toDoubles()[0]).isCloseTo(integral(-1, 1, p, q), within(1e-4));
    }

    /** Features (3, 4) and σ = 2 make a standard deviation of 10, as the reference has it. */
    @Test
    void ofStateDependentNoiseIsThatOfOneState() {
        Tensor features = tensors.of(new float[] {3, 4}, 1, 2);
        float logTwo = (float) Math.log(2);
        Tensor logSigma = tensors.of(new float[] {logTwo, logTwo}, 2, 1);
        DiagonalGaussian p = new DiagonalGaussian(scalar(1), new StateDependentNoise(features, logSigma, 4), tensors);
        DiagonalGaussian q = gaussian(4, 5);
        double expected = Math.log(5.0 / 10) + (100 + 9) / (2 * 25.0) - 0.5;
        assertThat(p.kl(q).toDoubles()[0]).isCloseTo(expected, within(1e-5));
        assertThat(p.mean().toDoubles()).containsExactly(1);
        assertThat(p.logStd().toDoubles()[0]).isCloseTo(Math.log(10), within(1e-6));
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Parameter logits = parameter("logits", 1, 4, 3);
        Parameter logitsOf = parameter("other-logits", 2, 4, 3);
        check(
                List.of(logits, logitsOf),
                () -> categorical(logits.tensor(), Masks.ALL).kl(categorical(logitsOf.tensor(), Masks.ALL)));

        Parameter mean = parameter("mean", 3, 4, 2);
        Parameter meanOf = parameter("other-mean", 4, 4, 2);
        Parameter logStd = parameter("log-std", 5, 2);
        Parameter logStdOf = parameter("other-log-std", 6, 4, 2);
        List<Parameter> all = List.of(mean, meanOf, logStd, logStdOf);
        check(
                all,
                () -> new DiagonalGaussian(mean.tensor(), logStd.tensor(), tensors)
                        .kl(new DiagonalGaussian(meanOf.tensor(), logStdOf.tensor(), tensors)));
        ActionRange range = ActionRange.of(Box.of(-1, 1, 2));
        check(
                List.of(mean, meanOf),
                () -> new TanhGaussian(mean.tensor(), logStd.tensor(), range, tensors)
                        .kl(new TanhGaussian(meanOf.tensor(), logStdOf.tensor(), range, tensors)));
    }

    private void check(List<Parameter> parameters, Supplier<Tensor> kl) {
        Tensor weights = tensors.of(new float[] {1, -2, 3, -4}, 4);
        GradientChecker.check(7, parameters, () -> kl.get().mul(weights).sum());
    }

    @Test
    void ofDifferentKindsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gaussian(0, 1).kl(squashed(0, 1)))
                .withMessage(
                        "kl: a DiagonalGaussian and a TanhGaussian cannot be compared; both must be of the same kind");
    }
}
