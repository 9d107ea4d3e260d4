package org.ascentrl.backend.ejml;

import org.ascentrl.backend.ejml.vector.VectorAdam;
import org.ascentrl.backend.ejml.vector.VectorComparisons;
import org.ascentrl.backend.ejml.vector.VectorFunctions;
import org.ascentrl.backend.ejml.vector.VectorProduct;
import org.ascentrl.backend.ejml.vector.VectorReductions;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;

/** The Vector API's arithmetic, and plain loops where the compiler makes vectors of them itself. */
final class VectorKernels implements Kernels {

    /** Processors with shorter vectors may lack the fused multiply-add, without which it is emulated, very slowly. */
    private static final int FUSED_FROM_BITS = 256;

    private final VectorProduct products = new VectorProduct();
    private final ScalarKernels loops = new ScalarKernels();

    private float[] exponentials = {};

    /** Returns whether the processor is one to use them on. */
    static boolean isFast() {
        return VectorFunctions.vectorBits() >= FUSED_FROM_BITS
                || System.getProperty("os.arch").equals("aarch64");
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void matmul(float[] a, boolean transposeA, float[] b, boolean transposeB, float[] out, int m, int k, int n) {
        products.multiply(a, transposeA, b, transposeB, out, m, k, n);
    }

    @Override
    public void linear(float[] x, float[] w, float[] b, float[] out, int m, int k, int n) {
        products.linear(x, w, b, out, m, k, n);
    }

    @Override
    public void unary(UnaryOp op, float[] a, float[] out, int n) {
        switch (op) {
            case EXP -> VectorFunctions.exp(a, out, n);
            case TANH -> VectorFunctions.tanh(a, out, n);
            case SIGMOID -> VectorFunctions.sigmoid(a, out, n);
            case RELU -> VectorFunctions.relu(a, out, n);
            case SIGN -> VectorFunctions.sign(a, out, n);
            default -> loops.unary(op, a, out, n);
        }
    }

    @Override
    public void binary(BinaryOp op, float[] a, float[] b, float[] out, int n) {
        switch (op) {
            case GREATER -> VectorComparisons.greater(a, b, out, n);
            case GREATER_EQUAL -> VectorComparisons.greaterOrEqual(a, b, out, n);
            case EQUAL -> VectorComparisons.equal(a, b, out, n);
            default -> loops.binary(op, a, b, out, n);
        }
    }

    /** A logit that is no number makes its whole row none, by its exponential. */
    @Override
    public void logSoftmax(float[] a, int rows, int columns, float[] out) {
        int n = rows * columns;
        if (exponentials.length < n) {
            exponentials = new float[n];
        }
        for (int start = 0; start < n; start += columns) {
            float max = a[start];
            for (int i = start + 1; i < start + columns; i++) {
                max = a[i] > max ? a[i] : max;
            }
            for (int i = start; i < start + columns; i++) {
                out[i] = a[i] - max;
            }
        }
        VectorFunctions.exp(out, exponentials, n);
        for (int start = 0; start < n; start += columns) {
            double total = 0;
            for (int i = start; i < start + columns; i++) {
                total += exponentials[i];
            }
            double logTotal = Math.log(total);
            for (int i = start; i < start + columns; i++) {
                out[i] = (float) (out[i] - logTotal);
            }
        }
    }

    @Override
    public void columnSums(float[] a, int rows, int columns, float[] out) {
        VectorReductions.columnSums(a, rows, columns, out);
    }

    @Override
    public void axpy(float k, float[] x, float[] y, int n) {
        loops.axpy(k, x, y, n);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, int n, AdamStep step) {
        AdamFactors f = AdamFactors.of(step);
        int done = VectorAdam.step(
                w, g, m, v, n, f.decay1(), f.decay2(), f.weightDecay(), f.rate(), f.correction(), f.epsilon());
        ScalarKernels.adam(w, g, m, v, done, n, f);
    }
}
