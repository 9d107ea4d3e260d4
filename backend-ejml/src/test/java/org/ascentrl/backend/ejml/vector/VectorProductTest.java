package org.ascentrl.backend.ejml.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever block or tail an element falls in, it has the bits of one fused multiply-add after the other. */
class VectorProductTest {

    private static final int[] ROWS = {1, 2, 3, 4, 7, 8, 9, 12, 17, 40};
    private static final int[] DEPTHS = {0, 1, 5, 33};
    private static final int[] COLUMNS = {1, 2, 3, 4, 8, 15, 16, 17, 31, 32, 33, 48, 64, 71};

    private final NumpyGenerator random = new NumpyGenerator(7);
    private final VectorProduct products = new VectorProduct();

    @ParameterizedTest(name = "a transposed: {0}, b transposed: {1}")
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void everyElementIsOneChain(boolean transposeA, boolean transposeB) {
        for (int m : ROWS) {
            for (int k : DEPTHS) {
                for (int n : COLUMNS) {
                    float[] a = normal(m * k);
                    float[] b = normal(k * n);
                    float[] out = filled(m * n);
                    products.multiply(a, transposeA, b, transposeB, out, m, k, n);
                    float[] expected = new float[m * n];
                    for (int i = 0; i < m; i++) {
                        for (int j = 0; j < n; j++) {
                            float sum = 0;
                            for (int p = 0; p < k; p++) {
                                float x = a[transposeA ? p * m + i : i * k + p];
                                sum = Math.fma(x, b[transposeB ? j * k + p : p * n + j], sum);
                            }
                            expected[i * n + j] = sum;
                        }
                    }
                    assertThat(out).as("%d x %d x %d", m, k, n).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 4, 8, 9, 64})
    void aLinearLayerStartsFromItsBias(int m) {
        for (int n : COLUMNS) {
            int k = 6;
            float[] x = normal(m * k);
            float[] w = normal(k * n);
            float[] bias = normal(n);
            float[] out = filled(m * n);
            products.linear(x, w, bias, out, m, k, n);
            float[] expected = new float[m * n];
            for (int i = 0; i < m * n; i++) {
                float sum = bias[i % n];
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(x[i / n * k + p], w[p * n + i % n], sum);
                }
                expected[i] = sum;
            }
            assertThat(out).as("%d columns", n).isEqualTo(expected);
        }
    }

    /** Results go into memory that was used before. */
    private static float[] filled(int n) {
        float[] values = new float[n];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private float[] normal(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.standardNormal();
        }
        return values;
    }
}
