package org.ascentrl.backend.ejml.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over the whole range of float32: as exact as promised, and in every lane as for a number alone. */
class VectorFunctionsTest {

    /** Odd, so that signs, exponents and fractions of all kinds are met: every 1,009th number of all there are. */
    private static final int STRIDE = 1009;

    private static final int BATCH = 1 << 12;
    private static final double UNITS = 3;

    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1e4f,
        -1e4f,
        88.72283f,
        88.72284f,
        89f,
        -87.33654f,
        -103.97207f,
        -103.97208f,
        -104f,
        10f,
        -10f
    };

    record Function(String name, DoubleUnaryOperator exact, OfOne alone, OfMany inLanes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Function> functions() {
        return Stream.of(
                new Function("exp", Math::exp, Elementary::exp, VectorFunctions::exp),
                new Function("tanh", Math::tanh, Elementary::tanh, VectorFunctions::tanh),
                new Function("sigmoid", VectorFunctionsTest::sigmoid, Elementary::sigmoid, VectorFunctions::sigmoid),
                new Function("relu", x -> Math.max(x, 0), x -> Math.max(x, 0), VectorFunctions::relu),
                new Function("sign", Math::signum, Math::signum, VectorFunctions::sign));
    }

    private static double sigmoid(double x) {
        return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
    }

    @FunctionalInterface
    interface OfOne {
        float apply(float x);
    }

    @FunctionalInterface
    interface OfMany {
        void apply(float[] a, float[] out, int n);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void overTheWholeRange(Function function) {
        float[] batch = new float[BATCH];
        for (long bits = 0; bits < 1L << 32; bits += (long) STRIDE * BATCH) {
            for (int i = 0; i < BATCH; i++) {
                batch[i] = Float.intBitsToFloat((int) (bits + (long) i * STRIDE));
            }
            check(function, batch);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void specialNumbers(Function function) {
        check(function, SPECIAL);
    }

    /** Between −10 and 10, where networks live. */
    @ParameterizedTest
    @MethodSource("functions")
    void moderateNumbers(Function function) {
        float[] batch = new float[200_001];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (i - 100_000) * 1e-4f;
        }
        check(function, batch);
    }

    private static void check(Function function, float[] x) {
        float[] lanes = new float[x.length];
        function.inLanes().apply(x, lanes, x.length);
        for (int i = 0; i < x.length; i++) {
            float alone = function.alone().apply(x[i]);
            if (Float.floatToIntBits(lanes[i]) != Float.floatToIntBits(alone)) {
                assertThat(lanes[i]).as("%s of %s in a lane", function, x[i]).isEqualTo(alone);
            }
            double exact = function.exact().applyAsDouble(x[i]);
            if (!(units(alone, exact) <= UNITS)) {
                assertThat((double) alone).as("%s of %s", function, x[i]).isEqualTo(exact);
            }
        }
    }

    /** How far off a result is, in units of the last place that the exact one has in float32. */
    private static double units(float actual, double exact) {
        float rounded = (float) exact;
        if (Float.floatToIntBits(actual) == Float.floatToIntBits(rounded)) {
            return 0;
        }
        boolean sameSign = Math.copySign(1, actual) == Math.copySign(1, rounded);
        return sameSign && Float.isFinite(rounded)
                ? Math.abs(actual - exact) / Math.ulp(rounded)
                : Double.POSITIVE_INFINITY;
    }
}
