package org.ascentrl.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NormalizeInputTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final NormalizeInput normalize = new NormalizeInput(2, tensors);

    @AfterEach
    void close() {
        backend.close();
    }

    private float[] applied(float... row) {
        return normalize.apply(tensors.of(row, row.length / 2, 2)).toFloats();
    }

    @Test
    void changesNothingBeforeItHasSeenAnything() {
        assertThat(applied(3, -4, 0.5f, 9)).containsExactly(3, -4, 0.5f, 9);
    }

    /** The first feature has mean 2 and deviation 1, the second mean −10 and deviation 5. */
    @Test
    void bringsEachFeatureToMeanZeroAndVarianceOne() {
        normalize.observe(new float[] {1, -15, 3, -5}, 2);
        assertThat(applied(1, -15, 3, -5, 2, -10, 2.5f, 0))
                .containsExactly(new float[] {-1, -1, 1, 1, 0, 0, 0.5f, 2}, within(1e-6f));
    }

    @Test
    void clipsAtTen() {
        normalize.observe(new float[] {-1, -1, 1, 1}, 2);
        assertThat(applied(9.5f, -9.5f, 10.5f, -10.5f, 1e30f, Float.NEGATIVE_INFINITY))
                .containsExactly(new float[] {9.5f, -9.5f, 10, -10, 10, -10}, within(1e-6f));
    }

    /** A feature that never changed has variance 0, and no bits of its value may be taken for a signal. */
    @Test
    void aConstantFeatureBecomesZero() {
        float[] rows = new float[200];
        for (int i = 0; i < 100; i++) {
            rows[2 * i] = 0.1f;
            rows[2 * i + 1] = i;
        }
        normalize.observe(rows, 100);
        assertThat(applied(0.1f, 3)[0]).isZero();
    }

    /** Applying it, however often and to whatever, is no observation: nothing is learned in evaluation. */
    @Test
    void isFrozenBetweenObservations() {
        normalize.observe(new float[] {1, -15, 3, -5}, 2);
        Snapshot before = Snapshot.of(normalize);
        float[] first = applied(2.5f, 0);
        for (int i = 0; i < 5; i++) {
            applied(100 * i, 7, 8, 9);
        }
        assertThat(applied(2.5f, 0)).containsExactly(first);
        assertThat(Snapshot.of(normalize)).isEqualTo(before);

        normalize.observe(new float[] {100, 100}, 1);
        assertThat(applied(2.5f, 0)).isNotEqualTo(first);
    }

    @Test
    void hasStatisticsButNoParameters() {
        assertThat(normalize.parameters()).isEmpty();
        assertThat(Snapshot.of(normalize).names())
                .containsExactly("normalizer.count", "normalizer.mean", "normalizer.squares");
    }

    @Test
    void restoredItGivesTheSameBits() {
        normalize.observe(new float[] {1.1f, -15, 3, -5.7f, 0.3f, 8}, 3);
        float[] expected = applied(0.7f, 5);
        Snapshot saved = Snapshot.of(normalize);
        normalize.observe(new float[] {9, 9}, 1);
        saved.restore(normalize);
        assertThat(applied(0.7f, 5)).containsExactly(expected);
    }

    /** A gradient passes through to what was observed, scaled; here a parameter takes its place. */
    @Test
    void passesGradientsOn() {
        normalize.observe(new float[] {1, -15, 3, -5}, 2);
        Parameter x =
                tensors.parameter("x", (random, shape) -> new float[] {2.5f, 1, -3, 4}, new SplittableRandom(0), 2, 2);
        GradientChecker.check(3, List.of(x), () -> {
            Tensor y = normalize.apply(x.tensor());
            return y.square().sum();
        });
    }
}
