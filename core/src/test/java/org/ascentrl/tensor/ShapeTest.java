package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @Test
    void knowsRankSizeExtentsAndStrides() {
        Shape shape = Shape.of(2, 3, 4);

        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.size()).isEqualTo(24);
        assertThat(shape.extent(0)).isEqualTo(2);
        assertThat(shape.extent(-1)).isEqualTo(4);
        assertThat(shape.stride(0)).isEqualTo(12);
        assertThat(shape.stride(1)).isEqualTo(4);
        assertThat(shape.stride(2)).isEqualTo(1);
        assertThat(shape).hasToString("[2, 3, 4]");
    }

    @Test
    void aScalarHasOneElement() {
        assertThat(Shape.of().rank()).isZero();
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of()).hasToString("[]").isEqualTo(Shape.of(new int[0]));
    }

    @Test
    void anEmptyAxisMakesAnEmptyShape() {
        assertThat(Shape.of(3, 0, 2).size()).isZero();
    }

    @Test
    void equalsByExtents() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(6));
    }

    @Test
    void doesNotChangeWithTheArraysItGaveOrGot() {
        int[] extents = {2, 3};
        Shape shape = Shape.of(extents);
        extents[0] = 9;
        shape.toArray()[1] = 9;

        assertThat(shape).isEqualTo(Shape.of(2, 3));
        assertThat(shape.toArray()).containsExactly(2, 3);
    }

    @Test
    void replacesAndReducesAxes() {
        Shape shape = Shape.of(2, 3, 4);

        assertThat(shape.with(1, 7)).isEqualTo(Shape.of(2, 7, 4));
        assertThat(shape.reduced(0, false)).isEqualTo(Shape.of(3, 4));
        assertThat(shape.reduced(1, false)).isEqualTo(Shape.of(2, 4));
        assertThat(shape.reduced(2, false)).isEqualTo(Shape.of(2, 3));
        assertThat(shape.reduced(1, true)).isEqualTo(Shape.of(2, 1, 4));
        assertThat(Shape.of(5).reduced(0, false)).isEqualTo(Shape.of());
    }

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 3 | 2 3 | 2 3",
                "2 3 | 3 | 2 3",
                "3 | 2 3 | 2 3",
                "2 1 | 3 | 2 3",
                "2 1 | 1 3 | 2 3",
                "'' | 2 3 | 2 3",
                "2 3 | '' | 2 3",
                "4 1 3 | 2 1 | 4 2 3",
                "1 | 0 | 0",
                "2 0 | 1 1 | 2 0",
            })
    void broadcastsByNumPysRule(String a, String b, String common) {
        assertThat(Shape.broadcast("add", shape(a), shape(b))).isEqualTo(shape(common));
    }

    @Test
    void refusesWhatDoesNotBroadcast() {
        assertThatThrownBy(() -> Shape.broadcast("add", Shape.of(2, 3), Shape.of(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("add: [2, 3] and [2] do not broadcast: axis 1 has extents 3 and 2");
        assertThatThrownBy(() -> Shape.broadcast("add", Shape.of(0), Shape.of(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("add: [0] and [2] do not broadcast: axis 0 has extents 0 and 2");
    }

    @Test
    void refusesExtentsThatNoArrayHolds() {
        assertThatThrownBy(() -> Shape.of(2, -1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("shape [2, -1]: an extent cannot be negative");
        assertThatThrownBy(() -> Shape.of(65_536, 65_536))
                .isInstanceOf(ShapeException.class)
                .hasMessage("shape [65536, 65536]: more than 2^31 - 1 elements");
        assertThat(Shape.of(Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void countsAxesFromTheEnd() {
        assertThat(Shape.of(2, 3).axis("sum", -1)).isEqualTo(1);
        assertThat(Shape.of(2, 3).axis("sum", 0)).isZero();
        assertThatThrownBy(() -> Shape.of(2, 3).axis("sum", 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("sum: [2, 3] has no axis 2");
    }

    private static Shape shape(String extents) {
        if (extents.isEmpty()) {
            return Shape.of();
        }
        String[] words = extents.split(" ", -1);
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Integer.parseInt(words[i]);
        }
        return Shape.of(numbers);
    }
}
