package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p = tensors.parameter("p", Initializer.zeros(), new SplittableRandom(1), 2);
    private final Parameter q = tensors.parameter("q", Initializer.zeros(), new SplittableRandom(1));
    private final Gradients gradients = p.tensor()
            .mul(tensors.of(new float[] {2, -3}, 2))
            .sum()
            .add(q.tensor().mul(6))
            .gradients(List.of(p, q));

    @Test
    void theNormIsThatOfAllParametersTogether() {
        assertThat(gradients.norm(List.of(p, q))).isCloseTo(7, within(1e-12));
        assertThat(gradients.norm(List.of(q))).isCloseTo(6, within(1e-12));
        assertThat(gradients.norm(List.of())).isZero();
    }

    @Test
    void scaledMultipliesEachAndLeavesTheOriginal() {
        Gradients half = gradients.scaled(0.5);

        assertThat(backend.toFloats(half.of(p))).containsExactly(1, -1.5f);
        assertThat(backend.toFloats(half.of(q))).containsExactly(3);
        assertThat(backend.toFloats(gradients.of(p))).containsExactly(2, -3);
    }

    @Test
    void clippedBringsTheNormDownToTheLimit() {
        Gradients clipped = gradients.clipped(7, 0.5);

        assertThat(clipped.norm(List.of(p, q))).isCloseTo(0.5, within(1e-6)).isLessThan(0.5);
        assertThat(backend.toFloats(clipped.of(p))[0]).isCloseTo(1f / 7, within(1e-6f));
    }

    @Test
    void clippedKeepsWhatIsWithinTheLimit() {
        assertThat(gradients.clipped(7, 7.1)).isSameAs(gradients);
    }

    @Test
    void aLimitOfZeroIsNoLimit() {
        assertThat(gradients.clipped(7, 0)).isSameAs(gradients);
    }
}
