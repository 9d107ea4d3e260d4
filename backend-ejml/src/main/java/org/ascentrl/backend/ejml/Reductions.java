package org.ascentrl.backend.ejml;

import java.util.Arrays;

/** Reductions of the middle axis of {@code [outer, count, inner]}; sums are in double, in the order of their terms. */
final class Reductions {

    private static final int CHAINS = 8;

    private Reductions() {}

    static void sum(float[] x, int outer, int count, int inner, float[] out) {
        if (inner == 1) {
            rowSums(x, outer, count, out);
            return;
        }
        double[] totals = new double[inner];
        for (int o = 0; o < outer; o++) {
            Arrays.fill(totals, 0);
            for (int k = 0; k < count; k++) {
                int start = (o * count + k) * inner;
                for (int i = 0; i < inner; i++) {
                    totals[i] += x[start + i];
                }
            }
            for (int i = 0; i < inner; i++) {
                out[o * inner + i] = (float) totals[i];
            }
        }
    }

    /** Four rows at a time, so that one addition need not wait for the last. */
    private static void rowSums(float[] x, int rows, int columns, float[] out) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int start = row * columns;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = start; i < start + columns; i++) {
                s0 += x[i];
                s1 += x[i + columns];
                s2 += x[i + 2 * columns];
                s3 += x[i + 3 * columns];
            }
            out[row] = (float) s0;
            out[row + 1] = (float) s1;
            out[row + 2] = (float) s2;
            out[row + 3] = (float) s3;
        }
        for (; row < rows; row++) {
            double total = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                total += x[i];
            }
            out[row] = (float) total;
        }
    }

    static void max(float[] x, int outer, int count, int inner, float[] out) {
        Arrays.fill(out, 0, outer * inner, Float.NEGATIVE_INFINITY);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < inner; i++) {
                    out[o * inner + i] = Math.max(out[o * inner + i], x[(o * count + k) * inner + i]);
                }
            }
        }
    }

    /** Σ x², in double: of every eighth number first, so that one addition need not wait for the last. */
    static double sumOfSquares(float[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + CHAINS <= n; i += CHAINS) {
            s0 += square(x[i]);
            s1 += square(x[i + 1]);
            s2 += square(x[i + 2]);
            s3 += square(x[i + 3]);
            s4 += square(x[i + 4]);
            s5 += square(x[i + 5]);
            s6 += square(x[i + 6]);
            s7 += square(x[i + 7]);
        }
        for (; i < n; i++) {
            s0 += square(x[i]);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    private static double square(float x) {
        return (double) x * x;
    }
}
