package org.ascentrl.distribution;

import static org.ascentrl.distribution.CategoricalTest.actions;
import static org.ascentrl.distribution.CategoricalTest.masks;
import static org.ascentrl.distribution.CategoricalTest.mode;
import static org.ascentrl.distribution.CategoricalTest.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What masks do to a {@link Categorical}. */
class CategoricalMaskTest {

    private static final Discrete THREE = new Discrete(3);

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Categorical categorical(Masks masks, float... logits) {
        return new Categorical(tensors.of(logits, logits.length / 3, 3), masks, THREE, tensors);
    }

    @Test
    void masksLeaveTheProbabilitiesOfWhatIsAllowed() {
        float log3 = (float) Math.log(3);
        Categorical pi = categorical(masks("101 010"), 0, 1000, log3, 7, -1000, 7);
        double[] probabilities = pi.logProbs().exp().toDoubles();
        assertThat(probabilities).containsExactly(new double[] {0.25, 0, 0.75, 0, 1, 0}, within(1e-6));
        assertThat(probabilities[1]).isZero();
        assertThat(pi.entropy().toDoubles())
                .containsExactly(new double[] {-0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), 0}, within(1e-6));
        assertThat(mode(pi, THREE, 2)).containsExactly(2, 1);
    }

    @Test
    void whatIsForbiddenHasNoGradient() {
        Parameter logits = tensors.parameter(
                "logits", (random, shape) -> new float[] {0.5f, 2, -1}, new SplittableRandom(0), 1, 3);
        Categorical pi = new Categorical(logits.tensor(), masks("101"), THREE, tensors);
        Tensor loss = pi.logProb(actions(THREE, 0)).sum().add(pi.entropy().sum());
        float[] gradient = backend.toFloats(loss.gradients(List.of(logits)).of(logits));
        assertThat(gradient[1]).isZero();
        assertThat(gradient[0]).isNotZero();
        assertThat(gradient[0] + gradient[2]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void aForbiddenLogitThatIsNoNumberDoesNotMatter() {
        Categorical pi = categorical(masks("101"), 0, Float.NaN, 0);
        assertThat(pi.entropy().item()).isCloseTo((float) Math.log(2), within(1e-6f));
        assertThat(mode(pi, THREE, 1)).containsExactly(0);
    }

    @Test
    void whatIsForbiddenIsNeverSampled() {
        int rows = 10_000;
        float[] logits = new float[3 * rows];
        boolean[] masks = new boolean[3 * rows];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i % 3 == i / 3 % 3 ? 50 : 0; // the most probable is the one that is forbidden
            masks[i] = i % 3 != i / 3 % 3;
        }
        int[] sampled = sample(categorical(Masks.of(masks, 3), logits), THREE, rows, 3);
        for (int row = 0; row < rows; row++) {
            assertThat(sampled[row]).isNotEqualTo(row % 3);
        }
    }

    @Test
    void aRowThatAllowsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> categorical(masks("111 000"), 1, 2, 3, 4, 5, 6))
                .withMessage("the action mask of row 1 forbids all 3 choices; at least one must be allowed");
    }

    @Test
    void aMaskThatAllowsEverythingGivesTheSameBits() {
        float[] logits = Input.random(1, Shape.of(100, 3)).values();
        boolean[] all = new boolean[300];
        Arrays.fill(all, true);
        Categorical with = categorical(Masks.of(all, 3), logits);
        Categorical without = categorical(Masks.ALL, logits);
        assertThat(with.logProbs().toFloats())
                .containsExactly(without.logProbs().toFloats());
        assertThat(with.entropy().toFloats()).containsExactly(without.entropy().toFloats());
        assertThat(sample(with, THREE, 100, 1)).containsExactly(sample(without, THREE, 100, 1));
    }
}
