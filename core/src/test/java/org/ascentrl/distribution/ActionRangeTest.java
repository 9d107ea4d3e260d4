package org.ascentrl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class ActionRangeTest {

    private static final Box SPACE = Box.of(new float[] {-2, 1}, new float[] {2, 4});

    @Test
    void minusOneAndOneAreTheBounds() {
        ActionRange range = ActionRange.of(SPACE);
        assertThat(range.size()).isEqualTo(2);
        assertThat(range.unscaled(0, -1)).isEqualTo(-2);
        assertThat(range.unscaled(0, 0.25)).isEqualTo(0.5f);
        assertThat(range.unscaled(1, 1)).isEqualTo(4);
        assertThat(range.unscaled(1, 0)).isEqualTo(2.5f);
        assertThat(range.unscaled(1, 7)).isEqualTo(4);
        assertThat(range.unscaled(1, Double.NEGATIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void actionsAreScaledBack() {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Actions actions = Actions.of(SPACE, 2);
            System.arraycopy(new float[] {-2, 4, 0.5f, 2.5f}, 0, actions.reals(), 0, 4);
            Tensor scaled = ActionRange.of(SPACE).scaled(actions, Tensors.on(backend));
            assertThat(scaled.shape()).isEqualTo(Shape.of(2, 2));
            assertThat(scaled.toDoubles()).containsExactly(new double[] {-1, 1, 0.25, 0}, within(1e-7));
        }
    }

    @Test
    void theWidestBoundsDoNotOverflow() {
        ActionRange range = ActionRange.of(Box.of(-Float.MAX_VALUE, Float.MAX_VALUE, 1));
        assertThat(range.unscaled(0, 1)).isEqualTo(Float.MAX_VALUE);
        assertThat(range.unscaled(0, 0)).isZero();
    }

    @Test
    void spacesWithoutBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionRange.of(Box.of(new float[] {-1, 0}, new float[] {1, Float.POSITIVE_INFINITY})))
                .withMessageContaining("number 1 of Box")
                .withMessageContaining("has 0.0 and Infinity")
                .withMessageContaining("take ppo");
        assertThatIllegalArgumentException().isThrownBy(() -> ActionRange.of(Box.of(1, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionRange.of(new Discrete(3)))
                .withMessageContaining("bounded policies act in a Box, not in Discrete(3)");
    }
}
