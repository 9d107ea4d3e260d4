package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.ShapeException;
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

class CategoricalTest {

    private static final Discrete THREE = new Discrete(3);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Categorical categorical(Discrete space, float... logits) {
        Tensor rows = tensors.of(logits, logits.length / space.n(), space.n());
        return new Categorical(rows, Masks.ALL, space, tensors);
    }

    static Actions actions(Discrete space, int... choices) {
        Actions actions = Actions.of(space, choices.length);
        System.arraycopy(choices, 0, actions.integers(), 0, choices.length);
        return actions;
    }

    static int[] sample(Categorical pi, Discrete space, int rows, long seed) {
        Actions out = Actions.of(space, rows);
        pi.sample(RowRandom.shared(new NumpyGenerator(seed)), out);
        return out.integers();
    }

    static int[] mode(Categorical pi, Discrete space, int rows) {
        Actions out = Actions.of(space, rows);
        pi.mode(out);
        return out.integers();
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheLogits() {
        float log2 = (float) Math.log(2);
        Categorical pi = categorical(THREE, 0, log2, 0, 5, 5, 5);
        assertThat(pi.logProb(actions(THREE, 1, 2)).toDoubles())
                .containsExactly(new double[] {Math.log(0.5), -Math.log(3)}, within(1e-6));
        assertThat(pi.logProbs().exp().toDoubles())
                .containsExactly(new double[] {0.25, 0.5, 0.25, 1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-6));
        assertThat(pi.entropy().toDoubles())
                .containsExactly(new double[] {1.5 * Math.log(2), Math.log(3)}, within(1e-6));
    }

    @Test
    void equalsTheReference() {
        Map<String, Object> golden = Json.map(
                Json.map(Json.read(CategoricalTest.class, "/golden/nn.json")).get("ppo_clip"));
        List<?> rows = (List<?>) golden.get("logits");
        float[] logits = new float[3 * rows.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Json.floats(rows.get(i / 3))[i % 3];
        }
        Categorical pi = categorical(THREE, logits);
        assertThat(pi.logProb(actions(THREE, Json.integers(golden.get("actions"))))
                        .toDoubles())
                .containsExactly(Json.doubles(golden.get("log_prob")), within(5e-7));
        assertThat((double) pi.entropy().mean().item())
                .isCloseTo(((Number) golden.get("entropy_mean")).doubleValue(), within(5e-7));
    }

    @Test
    void extremeLogitsGiveFiniteNumbers() {
        Categorical pi = categorical(THREE, 1e4f, -1e4f, 0, -1e4f, -1e4f, -1e4f, 1e4f, 1e4f, -1e4f);
        assertThat(pi.logProbs().toFloats())
                .containsExactly(
                        new float[] {
                            0,
                            -2e4f,
                            -1e4f,
                            (float) -Math.log(3),
                            (float) -Math.log(3),
                            (float) -Math.log(3),
                            (float) -Math.log(2),
                            (float) -Math.log(2),
                            -2e4f - (float) Math.log(2)
                        },
                        within(2e-3f));
        assertThat(pi.entropy().toDoubles()).containsExactly(new double[] {0, Math.log(3), Math.log(2)}, within(1e-6));
        assertThat(mode(pi, THREE, 3)).containsExactly(0, 0, 0);
        assertThat(sample(pi, THREE, 3, 1)[0]).isZero();
    }

    @Test
    void gradientsOfExtremeLogitsAreFinite() {
        Parameter logits = parameter(new float[] {1e4f, -1e4f, 0}, 1, 3);
        Categorical pi = new Categorical(logits.tensor(), Masks.ALL, THREE, tensors);
        Tensor loss = pi.logProb(actions(THREE, 1)).sum().add(pi.entropy().sum());
        float[] gradient = backend.toFloats(loss.gradients(List.of(logits)).of(logits));
        assertThat(gradient).containsExactly(new float[] {-1, 1, 0}, within(1e-6f));
    }

    private Parameter parameter(float[] values, int... shape) {
        return tensors.parameter("logits", (random, extents) -> values, new SplittableRandom(0), shape);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientsEqualFiniteDifferences(boolean masked) {
        Parameter logits = parameter(Input.random(1, Shape.of(4, 3)).values(), 4, 3);
        Masks masks = masked ? masks("110 011 111 101") : Masks.ALL;
        Tensor weights = tensors.of(new float[] {1, -2, 3, -4}, 4);
        int[] choices = {0, 1, 2, 2};
        GradientChecker.check(
                5,
                List.of(logits),
                () -> new Categorical(logits.tensor(), masks, THREE, tensors)
                        .logProb(actions(THREE, choices))
                        .mul(weights)
                        .sum());
        GradientChecker.check(
                6,
                List.of(logits),
                () -> new Categorical(logits.tensor(), masks, THREE, tensors)
                        .entropy()
                        .mul(weights)
                        .sum());
    }

    /** Masks of 3 choices. */
    static Masks masks(String rows) {
        String digits = rows.replace(" ", "");
        boolean[] masks = new boolean[digits.length()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = digits.charAt(i) == '1';
        }
        return Masks.of(masks, 3);
    }

    /** χ² with 4 degrees of freedom exceeds 47 with probability 1.5·10⁻⁹. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesAsOftenAsProbabilitiesSay(long seed) {
        Discrete space = new Discrete(5);
        double[] probabilities = {0.4, 0.05, 0.3, 0.001, 0.249};
        int draws = 100_000;
        float[] logits = new float[5 * draws];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (7 + Math.log(probabilities[i % 5]));
        }
        int[] counts = new int[5];
        for (int choice : sample(categorical(space, logits), space, draws, seed)) {
            counts[choice]++;
        }
        double chiSquare = 0;
        for (int i = 0; i < 5; i++) {
            double expected = draws * probabilities[i];
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(47);
    }

    @Test
    void aSampleTakesOneNumberOfItsRow() {
        NumpyGenerator used = new NumpyGenerator(5);
        Actions out = Actions.of(THREE, 2);
        NumpyGenerator untouched = new NumpyGenerator(6);
        categorical(THREE, 0, 0, 0, 0, 0, 0).sample(row -> row == 0 ? used : untouched, out);
        NumpyGenerator expected = new NumpyGenerator(5);
        double u = expected.nextDouble();
        assertThat(out.integers()[0]).isEqualTo((int) (3 * u));
        assertThat(used.nextLong()).isEqualTo(expected.nextLong());
    }

    @Test
    void theModeIsTheFirstOfTheMostProbable() {
        Categorical pi = categorical(THREE, 1, 3, 3, 2, 2, 2, -5, -7, -5);
        assertThat(mode(pi, THREE, 3)).containsExactly(1, 0, 0);
    }

    @Test
    void choicesCountFromTheStartOfTheSpace() {
        Discrete space = new Discrete(3, -2);
        Categorical pi = categorical(space, 0, 9, 0, 20, 0, 0);
        assertThat(mode(pi, space, 2)).containsExactly(-1, -2);
        assertThat(sample(pi, space, 2, 1)).containsExactly(-1, -2);
        double total = 2 + Math.exp(9);
        assertThat(pi.logProb(actions(space, -1, 0)).toDoubles())
                .containsExactly(new double[] {9 - Math.log(total), -Math.log(2 + Math.exp(20))}, within(1e-5));
    }

    @Test
    void actionsThatAreNoChoicesAreRefused() {
        Categorical pi = categorical(THREE, 0, 0, 0);
        assertThatThrownBy(() -> pi.logProb(actions(THREE, 3))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> pi.logProb(actions(THREE, 0, 0))).isInstanceOf(ShapeException.class);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void logitsThatAreNoNumbersAreReported(float logit) {
        for (int place = 0; place < 3; place++) {
            float[] logits = {0, 0, 0};
            logits[place] = logit;
            Categorical pi = categorical(THREE, logits);
            assertThatThrownBy(() -> sample(pi, THREE, 1, 1))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("a logit of the policy is " + logit)
                    .hasMessageContaining("training diverged");
            assertThatThrownBy(() -> mode(pi, THREE, 1)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void logitsOfMinusInfinityHaveNoProbability() {
        Categorical pi = categorical(THREE, Float.NEGATIVE_INFINITY, 0, Float.NEGATIVE_INFINITY);
        assertThat(mode(pi, THREE, 1)).containsExactly(1);
        assertThat(sample(pi, THREE, 1, 1)).containsExactly(1);

        Categorical none = categorical(new Discrete(1), Float.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> sample(none, new Discrete(1), 1, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("a logit of the policy is -Infinity");
    }
}
