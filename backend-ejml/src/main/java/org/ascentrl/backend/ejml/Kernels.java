package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;

/**
 * The arithmetic in which the time goes, on plain row-major arrays, which may be longer than what they hold: what a
 * faster provider replaces. Every element is computed by the same sequence of operations whichever row it stands in, so
 * that a row alone equals that row in a batch. For one thread: a provider may keep scratch memory.
 */
interface Kernels {

    /** The name in {@code ejml.kernels}. */
    String name();

    /** out [m, n] ← a [m, k] · b [k, n], each stored transposed if so flagged; all of {@code out} is overwritten. */
    void matmul(float[] a, boolean transposeA, float[] b, boolean transposeB, float[] out, int m, int k, int n);

    /** out [m, n] ← x [m, k] · w [k, n] + b [n], the bias added to each row. */
    void linear(float[] x, float[] w, float[] b, float[] out, int m, int k, int n);

    /** out[i] ← op(a[i]) for every i below n. */
    void unary(UnaryOp op, float[] a, float[] out, int n);

    /** out[i] ← op(a[i], b[i]) for every i below n. */
    void binary(BinaryOp op, float[] a, float[] b, float[] out, int n);

    /** The logarithm of the softmax of each of {@code rows} rows. */
    void logSoftmax(float[] a, int rows, int columns, float[] out);

    /** out[j] ← Σ_i a[i, j] */
    void columnSums(float[] a, int rows, int columns, float[] out);

    /** y ← y + k x, for the first n elements. */
    void axpy(float k, float[] x, float[] y, int n);

    /** One step of Adam on n weights, in place. */
    void adam(float[] w, float[] g, float[] m, float[] v, int n, AdamStep step);
}
