package org.ascentrl.backend.ejml.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of row-major matrices. Element (i, j) starts from the bias, or 0, and takes one fused multiply-add for each k,
 * ascending, whatever the other rows and columns are. Keeps scratch memory: for one thread.
 *
 * <p>The right operand is packed, two vectors of columns at a time, into a panel that the first-level cache holds; blocks
 * of rows go through it with their sums in registers.
 *
 * <p>The compiler keeps vectors in registers where it knows their exact class, which it forgets of variables of a loop as
 * soon as the JVM has seen vectors of two sizes. So sums are stored as products with 1, a vector of which it knows.
 */
public final class VectorProduct {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int WIDE_ROWS = 4;
    private static final int NARROW_ROWS = 8;

    /** For fewer rows packing does not pay. */
    private static final int PACKED_FROM_ROWS = 8;

    private float[] panel = {};
    private float[] zeros = {};
    private float[] product = {};
    private final float[] start = new float[WIDTH];
    private final float[] corner = new float[NARROW_ROWS * WIDTH];

    /** A matrix whose element (i, k) stands at i · row + k · column. */
    private record Strided(float[] values, int row, int column) {}

    /** out [m, n] ← a · b, with a [m, k] and b [k, n], each stored transposed if so flagged. */
    public void multiply(
            float[] a, boolean transposeA, float[] b, boolean transposeB, float[] out, int m, int k, int n) {
        if (transposeA && n < LANES && m > n) {
            // (aᵀ b)ᵀ = bᵀ a has long rows
            product = grown(product, m * n);
            Strided left = transposeB ? new Strided(b, k, 1) : new Strided(b, 1, n);
            multiply(left, a, false, zeros(m), product, n, k, m);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    out[i * n + j] = product[j * m + i];
                }
            }
        } else {
            Strided left = transposeA ? new Strided(a, 1, m) : new Strided(a, k, 1);
            multiply(left, b, transposeB, zeros(n), out, m, k, n);
        }
    }

    /** out [m, n] ← x · w + bias, with x [m, k], w [k, n] and the bias [n] added to each row. */
    public void linear(float[] x, float[] w, float[] bias, float[] out, int m, int k, int n) {
        multiply(new Strided(x, k, 1), w, false, bias, out, m, k, n);
    }

    private void multiply(Strided a, float[] b, boolean transposeB, float[] from, float[] out, int m, int k, int n) {
        if (m < PACKED_FROM_ROWS && !transposeB) {
            for (int i = 0; i < m; i++) {
                row(a, i, b, from, out, k, n);
            }
            return;
        }
        panel = grown(panel, k * WIDTH);
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            if (transposeB) {
                packTransposed(b, j, width, k);
            } else {
                pack(b, j, width, k, n);
            }
            System.arraycopy(from, j, start, 0, width);
            rows(a, out, j, width, m, k, n);
        }
    }

    /** The columns from {@code j} on that are packed. */
    private void rows(Strided a, float[] out, int j, int width, int m, int k, int n) {
        boolean direct = width == WIDTH || width == LANES;
        float[] target = direct ? out : corner;
        int step = direct ? n : WIDTH;
        int height = width > LANES ? WIDE_ROWS : NARROW_ROWS;
        int i = 0;
        for (; i + height <= m; i += height) {
            int to = direct ? i * n + j : 0;
            if (width > LANES) {
                fourByTwo(a.values, i * a.row, a.row, a.column, panel, k, start, target, to, step);
            } else {
                eightByOne(a.values, i * a.row, a.row, a.column, panel, k, start, target, to, step);
            }
            if (!direct) {
                copyCorner(out, i * n + j, height, width, n);
            }
        }
        for (; i < m; i++) {
            oneByTwo(a.values, i * a.row, a.column, panel, k, start, corner);
            copyCorner(out, i * n + j, 1, width, n);
        }
    }

    private void copyCorner(float[] out, int to, int height, int width, int n) {
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                out[to + r * n + c] = corner[r * WIDTH + c];
            }
        }
    }

    private static void fourByTwo(
            float[] a, int i, int row, int column, float[] b, int k, float[] from, float[] out, int to, int step) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, 0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, LANES);
        FloatVector c10 = c00;
        FloatVector c11 = c01;
        FloatVector c20 = c00;
        FloatVector c21 = c01;
        FloatVector c30 = c00;
        FloatVector c31 = c01;
        int left = i;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, p * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + row]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * row]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3 * row]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            left += column;
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(c00).intoArray(out, to);
        one.mul(c01).intoArray(out, to + LANES);
        one.mul(c10).intoArray(out, to + step);
        one.mul(c11).intoArray(out, to + step + LANES);
        one.mul(c20).intoArray(out, to + 2 * step);
        one.mul(c21).intoArray(out, to + 2 * step + LANES);
        one.mul(c30).intoArray(out, to + 3 * step);
        one.mul(c31).intoArray(out, to + 3 * step + LANES);
    }

    private static void eightByOne(
            float[] a, int i, int row, int column, float[] b, int k, float[] from, float[] out, int to, int step) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, 0);
        FloatVector c1 = c0;
        FloatVector c2 = c0;
        FloatVector c3 = c0;
        FloatVector c4 = c0;
        FloatVector c5 = c0;
        FloatVector c6 = c0;
        FloatVector c7 = c0;
        int left = i;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, p * WIDTH);
            c0 = b0.fma(FloatVector.broadcast(SPECIES, a[left]), c0);
            c1 = b0.fma(FloatVector.broadcast(SPECIES, a[left + row]), c1);
            c2 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 2 * row]), c2);
            c3 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 3 * row]), c3);
            c4 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 4 * row]), c4);
            c5 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 5 * row]), c5);
            c6 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 6 * row]), c6);
            c7 = b0.fma(FloatVector.broadcast(SPECIES, a[left + 7 * row]), c7);
            left += column;
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(c0).intoArray(out, to);
        one.mul(c1).intoArray(out, to + step);
        one.mul(c2).intoArray(out, to + 2 * step);
        one.mul(c3).intoArray(out, to + 3 * step);
        one.mul(c4).intoArray(out, to + 4 * step);
        one.mul(c5).intoArray(out, to + 5 * step);
        one.mul(c6).intoArray(out, to + 6 * step);
        one.mul(c7).intoArray(out, to + 7 * step);
    }

    private static void oneByTwo(float[] a, int i, int column, float[] b, int k, float[] from, float[] out) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, 0);
        FloatVector c1 = FloatVector.fromArray(SPECIES, from, LANES);
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i + p * column]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, p * WIDTH), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, p * WIDTH + LANES), c1);
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(c0).intoArray(out, 0);
        one.mul(c1).intoArray(out, LANES);
    }

    private void pack(float[] b, int j, int width, int k, int n) {
        if (width == WIDTH) {
            for (int p = 0; p < k; p++) {
                FloatVector.fromArray(SPECIES, b, p * n + j).intoArray(panel, p * WIDTH);
                FloatVector.fromArray(SPECIES, b, p * n + j + LANES).intoArray(panel, p * WIDTH + LANES);
            }
        } else {
            for (int p = 0; p < k; p++) {
                System.arraycopy(b, p * n + j, panel, p * WIDTH, width);
                Arrays.fill(panel, p * WIDTH + width, (p + 1) * WIDTH, 0);
            }
        }
    }

    /** With b stored [n, k]: its rows become the columns of the panel, four at a time. */
    private void packTransposed(float[] b, int j, int width, int k) {
        if (width < WIDTH) {
            Arrays.fill(panel, 0, k * WIDTH, 0);
        }
        int c = 0;
        for (; c + 4 <= width; c += 4) {
            fourColumns(b, (j + c) * k, panel, c, k);
        }
        for (; c < width; c++) {
            int row = (j + c) * k;
            for (int p = 0; p < k; p++) {
                panel[p * WIDTH + c] = b[row + p];
            }
        }
    }

    private static void fourColumns(float[] b, int first, float[] panel, int c, int k) {
        int second = first + k;
        int third = second + k;
        int fourth = third + k;
        for (int p = 0; p < k; p++) {
            panel[p * WIDTH + c] = b[first + p];
            panel[p * WIDTH + c + 1] = b[second + p];
            panel[p * WIDTH + c + 2] = b[third + p];
            panel[p * WIDTH + c + 3] = b[fourth + p];
        }
    }

    /** One row straight through an operand that is not packed. */
    private static void row(Strided a, int i, float[] b, float[] from, float[] out, int k, int n) {
        int first = i * a.row;
        int to = i * n;
        int j = 0;
        for (; j + 4 * LANES <= n; j += 4 * LANES) {
            oneByFour(a.values, first, a.column, b, j, n, k, from, out, to + j);
        }
        for (; j + LANES <= n; j += LANES) {
            oneByOne(a.values, first, a.column, b, j, n, k, from, out, to + j);
        }
        for (; j + 2 <= n; j += 2) {
            twoScalars(a.values, first, a.column, b, j, n, k, from, out, to + j);
        }
        if (j < n) {
            float c = from[j];
            for (int p = 0; p < k; p++) {
                c = Math.fma(a.values[first + p * a.column], b[p * n + j], c);
            }
            out[to + j] = c;
        }
    }

    private static void oneByFour(
            float[] a, int i, int column, float[] b, int j, int n, int k, float[] from, float[] out, int to) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, j);
        FloatVector c1 = FloatVector.fromArray(SPECIES, from, j + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, from, j + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, from, j + 3 * LANES);
        int right = j;
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i + p * column]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, right), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, right + LANES), c1);
            c2 = x.fma(FloatVector.fromArray(SPECIES, b, right + 2 * LANES), c2);
            c3 = x.fma(FloatVector.fromArray(SPECIES, b, right + 3 * LANES), c3);
            right += n;
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(c0).intoArray(out, to);
        one.mul(c1).intoArray(out, to + LANES);
        one.mul(c2).intoArray(out, to + 2 * LANES);
        one.mul(c3).intoArray(out, to + 3 * LANES);
    }

    private static void oneByOne(
            float[] a, int i, int column, float[] b, int j, int n, int k, float[] from, float[] out, int to) {
        FloatVector c = FloatVector.fromArray(SPECIES, from, j);
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[i + p * column]);
            c = x.fma(FloatVector.fromArray(SPECIES, b, j + p * n), c);
        }
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        one.mul(c).intoArray(out, to);
    }

    private static void twoScalars(
            float[] a, int i, int column, float[] b, int j, int n, int k, float[] from, float[] out, int to) {
        float c0 = from[j];
        float c1 = from[j + 1];
        for (int p = 0; p < k; p++) {
            float x = a[i + p * column];
            c0 = Math.fma(x, b[p * n + j], c0);
            c1 = Math.fma(x, b[p * n + j + 1], c1);
        }
        out[to] = c0;
        out[to + 1] = c1;
    }

    private float[] zeros(int n) {
        zeros = grown(zeros, n);
        return zeros;
    }

    private static float[] grown(float[] scratch, int size) {
        return scratch.length >= size ? scratch : new float[Math.max(size, 2 * scratch.length)];
    }
}
