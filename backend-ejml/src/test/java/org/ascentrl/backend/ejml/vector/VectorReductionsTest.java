package org.ascentrl.backend.ejml.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorReductionsTest {

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 3, 16, 33, 64, 100})
    void sumsOfManyTermsAreAsGoodAsInDouble(int columns) {
        int rows = 5000;
        NumpyGenerator random = new NumpyGenerator(3);
        float[] a = new float[rows * columns];
        double[] expected = new double[columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (1000 + random.standardNormal());
            expected[i % columns] += a[i];
        }
        float[] out = new float[columns];
        VectorReductions.columnSums(a, rows, columns, out);
        for (int j = 0; j < columns; j++) {
            assertThat(out[j]).isCloseTo((float) expected[j], within(Math.ulp((float) expected[j])));
        }
    }

    @Test
    void aColumnDoesNotDependOnTheOthers() {
        int rows = 37;
        int columns = 75;
        NumpyGenerator random = new NumpyGenerator(3);
        float[] a = new float[rows * columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.standardNormal();
        }
        float[] together = new float[columns];
        VectorReductions.columnSums(a, rows, columns, together);
        for (int j = 0; j < columns; j++) {
            float[] column = new float[rows];
            for (int i = 0; i < rows; i++) {
                column[i] = a[i * columns + j];
            }
            float[] alone = new float[1];
            VectorReductions.columnSums(column, rows, 1, alone);
            assertThat(together[j]).isEqualTo(alone[0]);
        }
    }

    @Test
    void sumsMayBeInfiniteOrPassThroughTheInfinite() {
        float[] a = {
            Float.POSITIVE_INFINITY,
            Float.MAX_VALUE,
            Float.NaN,
            Float.MAX_VALUE,
            1,
            Float.MAX_VALUE,
            1,
            Float.MAX_VALUE,
            2,
            -Float.MAX_VALUE,
            2,
            1
        };
        float[] out = new float[4];
        VectorReductions.columnSums(a, 3, 4, out);
        assertThat(out).containsExactly(Float.POSITIVE_INFINITY, Float.MAX_VALUE, Float.NaN, Float.POSITIVE_INFINITY);
    }
}
