package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.UnaryOp;
import org.ejml.data.FMatrixRMaj;

/**
 * The arithmetic in which the time goes, on plain arrays: what a faster provider replaces. Every element is computed by
 * the same sequence of operations whichever row it stands in, so that a row alone equals that row in a batch.
 */
interface Kernels {

    /** How {@code ejml.kernels} names them. */
    String name();

    /** out ← a · b, each transposed first if asked; {@code out} has its shape and is overwritten. */
    void matmul(FMatrixRMaj a, boolean transposeA, FMatrixRMaj b, boolean transposeB, FMatrixRMaj out);

    /** out ← x · w + b, the bias added to each row. */
    void linear(FMatrixRMaj x, FMatrixRMaj w, float[] b, FMatrixRMaj out);

    /** out[i] ← op(a[i]) for every i. */
    void unary(UnaryOp op, float[] a, float[] out);

    /** The logarithm of the softmax of each of {@code rows} rows. */
    void logSoftmax(float[] a, int rows, int columns, float[] out);

    /** out[j] ← Σ_i a[i, j] */
    void columnSums(float[] a, int rows, int columns, float[] out);

    /** y ← y + k x */
    void axpy(float k, float[] x, float[] y);

    /** One step of Adam, in place. */
    void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step);
}
