package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.AdamStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorKernelsTest {

    /** In whole vectors and in what is left over: all its operations are rounded one by one. */
    @ParameterizedTest(name = "{0} weights")
    @ValueSource(ints = {1, 4, 16, 17, 100})
    void aStepOfAdamHasTheBitsOfThePlainLoop(int n) {
        float[][] plain = normal(n);
        float[][] vectors = normal(n);
        AdamStep step = new AdamStep(0.01, 0.9, 0.999, 1e-5, 0.1, 3);
        new ScalarKernels().adam(plain[0], plain[1], plain[2], plain[3], n, step);
        new VectorKernels().adam(vectors[0], vectors[1], vectors[2], vectors[3], n, step);
        assertThat(vectors).isDeepEqualTo(plain);
    }

    /** Weights, gradients, first and second moments. */
    private static float[][] normal(int n) {
        NumpyGenerator random = new NumpyGenerator(5);
        float[][] values = new float[4][n];
        for (float[] row : values) {
            for (int i = 0; i < n; i++) {
                row[i] = (float) Math.abs(random.standardNormal());
            }
        }
        return values;
    }
}
