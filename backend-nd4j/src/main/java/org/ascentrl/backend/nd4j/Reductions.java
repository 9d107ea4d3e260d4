package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.ascentrl.tensor.ReduceOp;

/** Reductions of a whole axis, in double: sums, maxima and the softmax. */
final class Reductions {

    private Reductions() {}

    /**
     * @param x [outer, count, inner]
     * @param out [outer, inner]
     */
    static void reduce(ReduceOp op, FloatBuffer x, int count, int inner, Nd4jStorage out) {
        int outer = inner == 0 ? 0 : out.shape().size() / inner;
        double[] results = new double[inner];
        for (int o = 0; o < outer; o++) {
            Arrays.fill(results, op == ReduceOp.SUM ? 0 : Double.NEGATIVE_INFINITY);
            int start = o * count * inner;
            for (int k = 0; k < count; k++, start += inner) {
                if (op == ReduceOp.SUM) {
                    for (int i = 0; i < inner; i++) {
                        results[i] += x.get(start + i);
                    }
                } else {
                    for (int i = 0; i < inner; i++) {
                        results[i] = Math.max(results[i], x.get(start + i));
                    }
                }
            }
            for (int i = 0; i < inner; i++) {
                out.floats().put(o * inner + i, (float) results[i]);
            }
        }
    }

    /** The logarithm of the softmax of each row of so many columns. */
    static void logSoftmax(FloatBuffer x, int columns, Nd4jStorage out) {
        for (int start = 0; start < out.shape().size(); start += columns) {
            float max = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                max = Math.max(max, x.get(start + j));
            }
            double total = 0;
            for (int j = 0; j < columns; j++) {
                total += Math.exp((double) x.get(start + j) - max);
            }
            double shift = max + Math.log(total);
            for (int j = 0; j < columns; j++) {
                out.floats().put(start + j, (float) (x.get(start + j) - shift));
            }
        }
    }
}
