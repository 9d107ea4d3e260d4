package org.ascentrl.examples;

import java.util.Arrays;
import org.ascentrl.Ascent;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.Plugin;

/**
 * Writes a tensor backend: plain arrays, with every primitive in the fewest lines, and gets gradients, networks and
 * algorithms for them.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample05YourOwnBackend</pre>
 */
public final class Sample05YourOwnBackend {

    private Sample05YourOwnBackend() {}

    public static void main(String[] arguments) {
        System.out.printf("return of the trained policy: %.1f%n", train(200_000).meanReturn());
    }

    /** Trains on CartPole for so many steps at most, and evaluates greedily. */
    static Evaluation train(long steps) {
        // region train
        try (Experiment experiment = Ascent.experiment()
                .plugin(new PlainPlugin())
                .set("environment=CartPole-v1")
                .set("backend=plain")
                .set("training.steps=" + steps)
                .build()) {
            Learner learner = experiment.train();
            return experiment.evaluator(100).evaluate(learner.algorithm().actor(), false);
        }
        // endregion
    }

    // region backend
    /** Tensors in arrays of their own, which the garbage collector frees. Whatever is summed, is summed in double. */
    static final class PlainBackend implements TensorBackend {

        record Numbers(float[] values, Shape shape) implements Storage {}

        record Options() {}

        @FunctionalInterface
        private interface Element {
            double at(int index);
        }

        private static Storage filled(Shape shape, Element element) {
            float[] values = new float[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) element.at(i);
            }
            return new Numbers(values, shape);
        }

        private static float[] values(Storage storage) {
            return ((Numbers) storage).values();
        }

        /** Element i₀, i₁, .. of the result is the one at offset + Σ iₖ strideₖ of {@code a}. */
        private static Storage view(Storage a, Shape shape, int offset, int[] strides) {
            return filled(shape, i -> {
                int from = offset;
                for (int axis = 0; axis < strides.length; axis++) {
                    from += i / shape.stride(axis) % shape.extent(axis) * strides[axis];
                }
                return values(a)[from];
            });
        }

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public Storage copyOf(float[] rowMajor, Shape shape) {
            return new Numbers(rowMajor.clone(), shape);
        }

        @Override
        public Storage wrap(float[] rowMajor, Shape shape) {
            return new Numbers(rowMajor, shape);
        }

        @Override
        public float[] toFloats(Storage a) {
            return values(a).clone();
        }

        @Override
        public Scope openScope() {
            return () -> {};
        }

        @Override
        public void retain(Storage a) {}

        @Override
        public void close() {}

        @Override
        public Storage unary(UnaryOp op, Storage a) {
            float[] x = values(a);
            return filled(a.shape(), i -> switch (op) {
                case NEG -> -x[i];
                case ABS -> Math.abs(x[i]);
                case SIGN -> Math.signum(x[i]);
                case SQUARE -> x[i] * x[i];
                case SQRT -> Math.sqrt(x[i]);
                case RECIPROCAL -> 1 / x[i];
                case EXP -> Math.exp(x[i]);
                case LOG -> Math.log(x[i]);
                case TANH -> Math.tanh(x[i]);
                case SIGMOID -> 1 / (1 + Math.exp(-x[i]));
                case SOFTPLUS -> Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
                case RELU -> Math.max(x[i], 0);
            });
        }

        @Override
        public Storage binary(BinaryOp op, Storage a, Storage b, Shape out) {
            float[] x = values(broadcastTo(a, out));
            float[] y = values(broadcastTo(b, out));
            return filled(out, i -> switch (op) {
                case ADD -> x[i] + y[i];
                case SUB -> x[i] - y[i];
                case MUL -> x[i] * y[i];
                case DIV -> x[i] / y[i];
                case MAXIMUM -> Math.max(x[i], y[i]);
                case MINIMUM -> Math.min(x[i], y[i]);
                case GREATER -> x[i] > y[i] ? 1 : 0;
                case GREATER_EQUAL -> x[i] >= y[i] ? 1 : 0;
                case EQUAL -> x[i] == y[i] ? 1 : 0;
            });
        }

        @Override
        public Storage affine(Storage a, float scale, float shift) {
            return filled(a.shape(), i -> values(a)[i] * scale + shift);
        }

        @Override
        public Storage where(Storage mask, Storage a, Storage b) {
            return filled(a.shape(), i -> values(mask)[i] != 0 ? values(a)[i] : values(b)[i]);
        }

        @Override
        public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
            int m = a.shape().extent(transposeA ? 1 : 0);
            int k = a.shape().extent(transposeA ? 0 : 1);
            int n = b.shape().extent(transposeB ? 0 : 1);
            return filled(Shape.of(m, n), index -> {
                int i = index / n;
                int j = index % n;
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    double x = values(a)[transposeA ? p * m + i : i * k + p];
                    sum += x * values(b)[transposeB ? j * k + p : p * n + j];
                }
                return sum;
            });
        }

        @Override
        public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
            int count = a.shape().extent(axis);
            int inner = a.shape().stride(axis);
            return filled(a.shape().reduced(axis, keep), index -> {
                double result = op == ReduceOp.SUM ? 0 : Double.NEGATIVE_INFINITY;
                for (int p = 0; p < count; p++) {
                    double x = values(a)[(index / inner * count + p) * inner + index % inner];
                    result = op == ReduceOp.SUM ? result + x : Math.max(result, x);
                }
                return result;
            });
        }

        @Override
        public Storage broadcastTo(Storage a, Shape shape) {
            int missing = shape.rank() - a.shape().rank();
            int[] strides = new int[shape.rank()];
            Arrays.setAll(strides, axis -> stride(a.shape(), axis - missing));
            return view(a, shape, 0, strides);
        }

        /** 0 along an axis that is repeated. */
        private static int stride(Shape shape, int axis) {
            return axis < 0 || shape.extent(axis) == 1 ? 0 : shape.stride(axis);
        }

        @Override
        public Storage reshape(Storage a, Shape shape) {
            return new Numbers(values(a), shape);
        }

        @Override
        public Storage permute(Storage a, int[] axes) {
            Shape shape = Shape.of(Arrays.stream(axes).map(a.shape()::extent).toArray());
            return view(a, shape, 0, Arrays.stream(axes).map(a.shape()::stride).toArray());
        }

        @Override
        public Storage slice(Storage a, int axis, int from, int to) {
            int[] strides = new int[a.shape().rank()];
            Arrays.setAll(strides, a.shape()::stride);
            return view(a, a.shape().with(axis, to - from), from * strides[axis], strides);
        }

        @Override
        public Storage concat(Storage[] parts, int axis) {
            int extent =
                    Arrays.stream(parts).mapToInt(p -> p.shape().extent(axis)).sum();
            Shape shape = parts[0].shape().with(axis, extent);
            float[] all = new float[shape.size()];
            int whole = extent * shape.stride(axis);
            int start = 0;
            for (Storage p : parts) {
                int part = p.shape().extent(axis) * shape.stride(axis);
                for (int i = 0; i < values(p).length; i++) {
                    all[i / part * whole + start + i % part] = values(p)[i];
                }
                start += part;
            }
            return new Numbers(all, shape);
        }

        @Override
        public Storage gatherRows(Storage a, int[] rows) {
            int width = a.shape().stride(0);
            return filled(a.shape().with(0, rows.length), i -> values(a)[rows[i / width] * width + i % width]);
        }

        @Override
        public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
            int width = a.shape().stride(0);
            float[] sums = new float[rowCount * width];
            for (int i = 0; i < values(a).length; i++) {
                sums[rows[i / width] * width + i % width] += values(a)[i];
            }
            return new Numbers(sums, a.shape().with(0, rowCount));
        }

        @Override
        public void axpyInPlace(float k, Storage x, Storage y) {
            for (int i = 0; i < values(y).length; i++) {
                values(y)[i] += k * values(x)[i];
            }
        }

        @Override
        public void assignInPlace(Storage x, Storage y) {
            System.arraycopy(values(x), 0, values(y), 0, values(y).length);
        }
    }

    /** Gives it the name by which settings choose it. */
    static final class PlainPlugin extends Plugin {

        @Override
        protected void configure() {
            offer(Kind.BACKEND, "plain", NoSettings.class, (none, name) -> new PlainBackend());
        }
    }
    // endregion
}
