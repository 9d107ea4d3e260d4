package org.ascentrl.backend.ejml;

import java.util.Arrays;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** EJML's products and plain loops: runs everywhere. */
final class ScalarKernels implements Kernels {

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public void matmul(float[] a, boolean transposeA, float[] b, boolean transposeB, float[] out, int m, int k, int n) {
        if (k == 0) {
            Arrays.fill(out, 0, m * n, 0);
        } else if (m > 0 && n > 0) {
            FMatrixRMaj left = transposeA ? FMatrixRMaj.wrap(k, m, a) : FMatrixRMaj.wrap(m, k, a);
            FMatrixRMaj right = transposeB ? FMatrixRMaj.wrap(n, k, b) : FMatrixRMaj.wrap(k, n, b);
            FMatrixRMaj product = FMatrixRMaj.wrap(m, n, out);
            if (transposeA && transposeB) {
                CommonOps_FDRM.multTransAB(left, right, product);
            } else if (transposeA) {
                CommonOps_FDRM.multTransA(left, right, product);
            } else if (transposeB) {
                CommonOps_FDRM.multTransB(left, right, product);
            } else {
                CommonOps_FDRM.mult(left, right, product);
            }
        }
    }

    @Override
    public void linear(float[] x, float[] w, float[] b, float[] out, int m, int k, int n) {
        matmul(x, false, w, false, out, m, k, n);
        for (int row = 0; row < m; row++) {
            int start = row * n;
            for (int j = 0; j < n; j++) {
                out[start + j] += b[j];
            }
        }
    }

    @Override
    public void unary(UnaryOp op, float[] a, float[] out, int n) {
        switch (op) {
            case NEG -> {
                for (int i = 0; i < n; i++) {
                    out[i] = -a[i];
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(a[i]);
                }
            }
            case SIGN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.signum(a[i]);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] * a[i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) Math.sqrt(a[i]);
                }
            }
            case RECIPROCAL -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 1 / a[i];
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) Math.exp(a[i]);
                }
            }
            case LOG -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) Math.log(a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) Math.tanh(a[i]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) (1 / (1 + Math.exp(-a[i])));
                }
            }
            case SOFTPLUS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) (Math.max(a[i], 0) + Math.log1p(Math.exp(-Math.abs(a[i]))));
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.max(a[i], 0);
                }
            }
        }
    }

    @Override
    public void binary(BinaryOp op, float[] a, float[] b, float[] out, int n) {
        Pairs.apply(op, a, b, out, n);
    }

    @Override
    public void logSoftmax(float[] a, int rows, int columns, float[] out) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float max = a[start];
            for (int j = 1; j < columns; j++) {
                max = Math.max(max, a[start + j]);
            }
            double total = 0;
            for (int j = 0; j < columns; j++) {
                total += Math.exp((double) a[start + j] - max);
            }
            double logTotal = Math.log(total);
            for (int j = 0; j < columns; j++) {
                out[start + j] = (float) ((double) a[start + j] - max - logTotal);
            }
        }
    }

    /** In double, in order of the rows. */
    @Override
    public void columnSums(float[] a, int rows, int columns, float[] out) {
        double[] sums = new double[columns];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            for (int j = 0; j < columns; j++) {
                sums[j] += a[start + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            out[j] = (float) sums[j];
        }
    }

    @Override
    public void axpy(float k, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += k * x[i];
        }
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, int n, AdamStep step) {
        adam(w, g, m, v, 0, n, AdamFactors.of(step));
    }

    /** Of the weights {@code from} (inclusive) to {@code to} (exclusive). */
    static void adam(float[] w, float[] g, float[] m, float[] v, int from, int to, AdamFactors f) {
        for (int i = from; i < to; i++) {
            m[i] += f.decay1() * (g[i] - m[i]);
            v[i] += f.decay2() * (g[i] * g[i] - v[i]);
            w[i] -= f.weightDecay() * w[i];
            w[i] -= f.rate() * m[i] / ((float) Math.sqrt(v[i] * f.correction()) + f.epsilon());
        }
    }
}
