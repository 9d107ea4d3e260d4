package org.ascentrl.env.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscreteTest {

    private static final Discrete SPACE = new Discrete(5, -2);

    static List<Map<String, Object>> samples() {
        return Json.maps(Json.map(Json.read(DiscreteTest.class, "/golden/box-samples.json"))
                        .get("boxes"))
                .stream()
                .filter(samples -> samples.get("kind").equals("Discrete(5,start=-2)"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesEqualGymnasiums(Map<String, Object> golden) {
        NumpyGenerator random = new NumpyGenerator(((Number) golden.get("seed")).longValue());
        for (Object sample : (List<?>) golden.get("samples")) {
            assertThat(SPACE.sample(random)).isEqualTo(Action.of(Json.integers(sample)));
        }
    }

    @Test
    void containsItsIntegersAndNothingElse() {
        for (int i = -4; i < 6; i++) {
            assertThat(SPACE.contains(Action.of(i))).as("%s", i).isEqualTo(i >= -2 && i <= 2);
        }
        assertThat(SPACE.contains(Action.of(new int[0]))).isFalse();
        assertThat(SPACE.contains(Action.of(0, 0))).isFalse();
        assertThat(SPACE.contains(Action.of(0f))).isFalse();
        assertThat(SPACE.contains(Action.of(new int[1], new float[1]))).isFalse();
    }

    @Test
    void reachesBothEndsOfTheIntegers() {
        Discrete lowest = new Discrete(3, Integer.MIN_VALUE);
        assertThat(lowest.contains(Action.of(Integer.MIN_VALUE + 2))).isTrue();
        assertThat(lowest.contains(Action.of(Integer.MIN_VALUE + 3))).isFalse();
        assertThat(lowest.contains(Action.of(Integer.MAX_VALUE))).isFalse();
        Discrete highest = new Discrete(3, Integer.MAX_VALUE - 2);
        assertThat(highest.contains(Action.of(Integer.MAX_VALUE))).isTrue();
        assertThat(highest.contains(Action.of(Integer.MIN_VALUE))).isFalse();
        assertThat(new Discrete(Integer.MAX_VALUE, Integer.MIN_VALUE).contains(Action.of(Integer.MAX_VALUE)))
                .isFalse();
    }

    @Test
    void itsFlatViewIsOneHot() {
        Discrete space = new Discrete(3);
        assertThat(space.flatSize()).isEqualTo(3);
        assertThat(space.containsFlat(new float[] {0, 1, 0})).isTrue();
        assertThat(space.containsFlat(new float[] {0, 0, 0})).isFalse();
        assertThat(space.containsFlat(new float[] {1, 1, 0})).isFalse();
        assertThat(space.containsFlat(new float[] {0.5f, 0.5f, 0})).isFalse();
        assertThat(space.containsFlat(new float[] {0, Float.NaN, 1})).isFalse();
        assertThat(space.containsFlat(new float[] {0, 1})).isFalse();
        assertThat(space.containsFlat(new float[] {0, 1, 0, 0})).isFalse();
    }

    @Test
    void itsActionsAreOneIntegerWithAMaskEntryEach() {
        assertThat(SPACE.integers()).isEqualTo(1);
        assertThat(SPACE.reals()).isZero();
        assertThat(SPACE.choices()).isEqualTo(5);
    }

    @Test
    void saysWhatItIs() {
        assertThat(SPACE).hasToString("Discrete(5, start=-2)");
        assertThat(new Discrete(2)).hasToString("Discrete(2)");
    }

    @Test
    void equalsWhatHoldsTheSameIntegers() {
        assertThat(new Discrete(5)).isEqualTo(new Discrete(5, 0)).hasSameHashCodeAs(new Discrete(5, 0));
        assertThat(SPACE).isNotEqualTo(new Discrete(5)).isNotEqualTo(new Discrete(4, -2));
    }

    @Test
    void refusesNoIntegersAndTooLargeOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discrete(0))
                .withMessage("Discrete: n must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discrete(3, Integer.MAX_VALUE - 1))
                .withMessage("Discrete: the last of 3 integers from 2147483646 would exceed 2147483647;"
                        + " lower start or n");
    }
}
