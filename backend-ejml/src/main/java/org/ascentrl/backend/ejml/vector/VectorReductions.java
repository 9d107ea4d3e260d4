package org.ascentrl.backend.ejml.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums whose rounding errors are summed beside them, each in the order of its terms: about as good as in double.
 *
 * @see <a href="https://doi.org/10.1145/363707.363723">Kahan 1965</a>
 */
public final class VectorReductions {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorReductions() {}

    /** out[j] ← Σ_i a[i, j] */
    public static void columnSums(float[] a, int rows, int columns, float[] out) {
        int j = 0;
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            twoVectors(a, j, rows, columns, out);
        }
        for (; j < columns; j++) {
            float sum = 0;
            float error = 0;
            for (int i = 0; i < rows; i++) {
                float x = a[i * columns + j] - error;
                float next = sum + x;
                error = (next - sum) - x;
                sum = next;
            }
            out[j] = sum - error;
        }
        for (int k = 0; k < columns; k++) {
            if (Float.isNaN(out[k])) {
                out[k] = inDouble(a, k, rows, columns);
            }
        }
    }

    private static void twoVectors(float[] a, int j, int rows, int columns, float[] out) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector sum0 = zero;
        FloatVector sum1 = zero;
        FloatVector error0 = zero;
        FloatVector error1 = zero;
        int at = j;
        for (int i = 0; i < rows; i++) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, a, at).sub(error0);
            FloatVector x1 = FloatVector.fromArray(SPECIES, a, at + LANES).sub(error1);
            FloatVector next0 = x0.add(sum0);
            FloatVector next1 = x1.add(sum1);
            error0 = next0.sub(sum0).sub(x0);
            error1 = next1.sub(sum1).sub(x1);
            sum0 = next0;
            sum1 = next1;
            at += columns;
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(sum0).sub(error0).intoArray(out, j);
        one.mul(sum1).sub(error1).intoArray(out, j + LANES);
    }

    /** For sums with infinite terms, or beyond the range of float32: the error of an infinite sum is no number. */
    private static float inDouble(float[] a, int j, int rows, int columns) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += a[i * columns + j];
        }
        return (float) sum;
    }
}
