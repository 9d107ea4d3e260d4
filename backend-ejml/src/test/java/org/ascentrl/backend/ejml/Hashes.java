package org.ascentrl.backend.ejml;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.ascentrl.backend.ejml.vector.VectorFunctions;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.UnaryOp;

/** Prints how many bits a vector has in this JVM, and a hash of what all vector kernels compute. */
final class Hashes {

    private static final int[] EXTENTS = {1, 2, 4, 9, 16, 31, 33, 40, 100};

    private final NumpyGenerator random = new NumpyGenerator(11);
    private final VectorKernels kernels = new VectorKernels();
    private final MessageDigest hash;

    private Hashes(MessageDigest hash) {
        this.hash = hash;
    }

    public static void main(String[] args) throws Exception {
        Hashes hashes = new Hashes(MessageDigest.getInstance("SHA-256"));
        hashes.products();
        hashes.rows();
        hashes.elements();
        System.out.println(VectorFunctions.vectorBits() + " " + HexFormat.of().formatHex(hashes.hash.digest()));
    }

    private void products() {
        for (int m : EXTENTS) {
            for (int n : EXTENTS) {
                int k = 13;
                for (int transposed = 0; transposed < 4; transposed++) {
                    float[] out = new float[m * n];
                    kernels.matmul(
                            normal(m * k), (transposed & 1) != 0, normal(k * n), (transposed & 2) != 0, out, m, k, n);
                    add(out);
                }
                float[] out = new float[m * n];
                kernels.linear(normal(m * k), normal(k * n), normal(n), out, m, k, n);
                add(out);
            }
        }
    }

    private void rows() {
        for (int rows : EXTENTS) {
            for (int columns : EXTENTS) {
                float[] sums = new float[columns];
                kernels.columnSums(normal(rows * columns), rows, columns, sums);
                add(sums);
                float[] logarithms = new float[rows * columns];
                kernels.logSoftmax(normal(rows * columns), rows, columns, logarithms);
                add(logarithms);
            }
        }
    }

    private void elements() {
        for (int n : new int[] {1, 5, 100, 10_007}) {
            for (UnaryOp op : UnaryOp.values()) {
                float[] out = new float[n];
                kernels.unary(op, normal(n), out, n);
                add(out);
            }
            float[] w = normal(n);
            float[] first = normal(n);
            float[] second = new float[n];
            kernels.unary(UnaryOp.SQUARE, normal(n), second, n);
            kernels.adam(w, normal(n), first, second, n, new AdamStep(0.01, 0.9, 0.999, 1e-5, 0.1, 3));
            kernels.axpy(0.3f, first, second, n);
            add(w);
            add(first);
            add(second);
        }
    }

    private float[] normal(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (3 * random.standardNormal());
        }
        return values;
    }

    private void add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        hash.update(bytes);
    }
}
