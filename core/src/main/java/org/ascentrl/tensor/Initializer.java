package org.ascentrl.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws the initial values of a parameter, on the host. Weights are laid out [inputs, outputs]. */
@FunctionalInterface
public interface Initializer {

    /** Values for {@code shape}, row-major. */
    float[] values(RandomGenerator random, int... shape);

    static Initializer zeros() {
        return constant(0);
    }

    static Initializer constant(double value) {
        return (random, shape) -> {
            float[] values = new float[Shape.of(shape).size()];
            Arrays.fill(values, (float) value);
            return values;
        };
    }

    /** Uniform in [−bound, bound). */
    static Initializer uniform(double bound) {
        return (random, shape) -> {
            float[] values = new float[Shape.of(shape).size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            return values;
        };
    }

    /** Uniform in ±1/√inputs, PyTorch's default for the weight and the bias of a linear layer. */
    static Initializer fanIn(int inputs) {
        return uniform(1 / Math.sqrt(inputs));
    }

    /**
     * A random matrix with orthonormal columns, or rows where it is wider than tall, times {@code gain}; the signs are
     * those of a QR decomposition with a positive diagonal of R, so that it is uniform over all such matrices.
     *
     * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al. 2014</a>
     */
    static Initializer orthogonal(double gain) {
        return (random, shape) -> {
            if (shape.length != 2) {
                throw new ShapeException("orthogonal: expects a matrix, not " + Shape.of(shape));
            }
            int rows = shape[0];
            int columns = shape[1];
            boolean tall = rows >= columns;
            double[][] basis = orthonormal(random, Math.min(rows, columns), Math.max(rows, columns));
            float[] values = new float[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    values[i * columns + j] = (float) (gain * (tall ? basis[j][i] : basis[i][j]));
                }
            }
            return values;
        };
    }

    /** Gram-Schmidt on normal vectors, each projected twice: once loses orthogonality when two nearly agree. */
    private static double[][] orthonormal(RandomGenerator random, int count, int length) {
        double[][] basis = new double[count][length];
        for (int i = 0; i < count; i++) {
            double[] v = basis[i];
            for (int k = 0; k < length; k++) {
                v[k] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double dot = dot(v, basis[j]);
                    for (int k = 0; k < length; k++) {
                        v[k] -= dot * basis[j][k];
                    }
                }
            }
            double norm = Math.sqrt(dot(v, v));
            for (int k = 0; k < length; k++) {
                v[k] /= norm;
            }
        }
        return basis;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
