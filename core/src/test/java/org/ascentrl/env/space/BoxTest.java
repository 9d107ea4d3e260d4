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

class BoxTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    static List<Map<String, Object>> samples() {
        return Json.maps(Json.map(Json.read(BoxTest.class, "/golden/box-samples.json"))
                        .get("boxes"))
                .stream()
                .filter(samples -> "float32".equals(samples.get("dtype")))
                .toList();
    }

    @Test
    void theReferenceHasEveryKindOfBounds() {
        assertThat(samples())
                .extracting(samples -> samples.get("kind"))
                .contains("bounded", "bounded below", "bounded above", "unbounded", "mixed");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesEqualGymnasiums(Map<String, Object> golden) {
        Box box = Box.of(Json.floats(golden.get("low")), Json.floats(golden.get("high")));
        NumpyGenerator random = new NumpyGenerator(((Number) golden.get("seed")).longValue());
        for (Object sample : (List<?>) golden.get("samples")) {
            assertThat(box.sample(random)).isEqualTo(Action.of(Json.floats(sample)));
        }
    }

    @Test
    void samplesStayWithinTheBounds() {
        Box box = Box.of(new float[] {-1, 2, -INFINITY, 5}, new float[] {Math.nextUp(-1f), INFINITY, -2, 5});
        NumpyGenerator random = new NumpyGenerator(1);
        for (int i = 0; i < 1000; i++) {
            Action sample = box.sample(random);
            assertThat(box.contains(sample)).as("%s", sample).isTrue();
        }
    }

    @Test
    void containsItsBoundsAndWhatLiesBetween() {
        Box box = Box.of(new float[] {-1, 0}, new float[] {1, INFINITY});
        assertInside(box, true, -1, 0);
        assertInside(box, true, 1, Float.MAX_VALUE);
        assertInside(box, true, -0.5f, INFINITY);
        assertInside(box, false, Math.nextUp(1f), 0);
        assertInside(box, false, Math.nextDown(-1f), 0);
        assertInside(box, false, 0, -Float.MIN_VALUE);
        assertInside(box, false, Float.NaN, 0);
        assertInside(box, false, 0, Float.NaN);
        assertInside(box, false, 0);
        assertInside(box, false, 0, 0, 0);
        assertThat(box.contains(Action.of(0, 0))).isFalse();
        assertThat(box.contains(Action.of(new int[1], new float[2]))).isFalse();
    }

    private static void assertInside(Box box, boolean inside, float... numbers) {
        assertThat(box.contains(Action.of(numbers))).isEqualTo(inside);
        assertThat(box.containsFlat(numbers)).isEqualTo(inside);
    }

    @Test
    void clipsToTheBoundsOfEachNumber() {
        Box box = Box.of(new float[] {-1, 0}, new float[] {1, INFINITY});
        assertThat(box.clip(0, -3)).isEqualTo(-1);
        assertThat(box.clip(0, 3)).isEqualTo(1);
        assertThat(box.clip(0, 0.5f)).isEqualTo(0.5f);
        assertThat(box.clip(1, 1e9f)).isEqualTo(1e9f);
        assertThat(box.clip(1, -1e9f)).isZero();
    }

    @Test
    void hasAShapeInRowMajorOrder() {
        Box box = Box.of(-1, 1, 2, 3);
        assertThat(box.shape()).containsExactly(2, 3);
        assertThat(box.flatSize()).isEqualTo(6);
        assertThat(box.reals()).isEqualTo(6);
        assertThat(box.integers()).isZero();
        assertThat(box.choices()).isZero();
    }

    @Test
    void keepsItsBoundsWhateverTheCallerDoesWithTheArrays() {
        float[] low = {-1};
        float[] high = {1};
        int[] shape = {1};
        Box box = Box.of(low, high, shape);
        low[0] = 5;
        high[0] = 5;
        shape[0] = 5;
        box.shape()[0] = 5;
        assertThat(box).isEqualTo(Box.of(-1, 1, 1));
        assertThat(box.low(0)).isEqualTo(-1);
        assertThat(box.high(0)).isEqualTo(1);
    }

    @Test
    void saysWhatItIs() {
        assertThat(Box.of(-2, 2, 1)).hasToString("Box(-2.0, 2.0, [1])");
        assertThat(Box.of(-2, 2, 2, 3)).hasToString("Box(-2.0, 2.0, [2, 3])");
        assertThat(Box.of(new float[] {-1, -INFINITY}, new float[] {2, 2}))
                .hasToString("Box([-1.0, -Infinity], 2.0, [2])");
    }

    @Test
    void equalsWhatHasTheSameBoundsAndShape() {
        Box box = Box.of(-1, 1, 2);
        assertThat(box)
                .isEqualTo(Box.of(new float[] {-1, -1}, new float[] {1, 1}))
                .hasSameHashCodeAs(Box.of(new float[] {-1, -1}, new float[] {1, 1}))
                .isNotEqualTo(Box.of(-1, 1, 2, 1))
                .isNotEqualTo(Box.of(-1, 1, 3))
                .isNotEqualTo(Box.of(-1, 2, 2))
                .isNotEqualTo(Box.of(-2, 1, 2))
                .isNotEqualTo(new Discrete(2));
        assertThat(Box.of(-0f, 1, 1)).isEqualTo(Box.of(0f, 1, 1));
    }

    @Test
    void refusesBoundsThatHoldNoNumber() {
        assertRefused(1, 0, "Box: no number lies between the bounds 1.0 and 0.0 at 0;");
        assertRefused(Float.NaN, 0, "Box: no number lies between the bounds NaN and 0.0 at 0;");
        assertRefused(0, Float.NaN, "Box: no number lies between the bounds 0.0 and NaN at 0;");
        assertRefused(INFINITY, INFINITY, "Box: no number lies between the bounds Infinity and Infinity at 0;");
        assertRefused(-INFINITY, -INFINITY, "Box: no number lies between the bounds -Infinity and -Infinity at 0;");
    }

    private static void assertRefused(float low, float high, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Box.of(low, high, 1))
                .withMessage(message + " the lower one must not exceed the upper one");
    }

    @Test
    void refusesBoundsThatDoNotFitTheShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Box.of(new float[2], new float[3]))
                .withMessage("Box: 2 lower and 3 upper bounds do not fit the shape [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Box.of(new float[4], new float[4], 2, 3))
                .withMessage("Box: 4 lower and 4 upper bounds do not fit the shape [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Box.of(0, 1, 2, -1))
                .withMessage("Box: shape [2, -1]; each extent must be at least 1");
    }

    @Test
    void aBoxOfBytesHasWholeNumbersFrom0To255() {
        Box image = Box.bytes(2, 3);
        assertThat(image.dtype()).isEqualTo(Box.DType.UINT8);
        assertThat(image).hasToString("Box(0.0, 255.0, [2, 3], uint8)").isNotEqualTo(Box.of(0, 255, 2, 3));
        assertThat(image.containsFlat(new float[] {0, 255, 1, 2, 3, 4})).isTrue();
        assertThat(image.containsFlat(new float[] {0, 255, 0.5f, 2, 3, 4})).isFalse();
        assertThat(image.containsFlat(new float[] {0, 256, 1, 2, 3, 4})).isFalse();
        NumpyGenerator random = new NumpyGenerator(1);
        float largest = 0;
        for (int i = 0; i < 1000; i++) {
            Action sample = image.sample(random);
            assertThat(image.contains(sample)).isTrue();
            largest = Math.max(largest, sample.real(0));
        }
        assertThat(largest).isEqualTo(255);
    }
}
