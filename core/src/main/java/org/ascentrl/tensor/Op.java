package org.ascentrl.tensor;

import java.util.Arrays;

/**
 * An operation as a value: its name and its attributes, without its operands. The tape records these, a {@link Graph}
 * shows them, and the gradient rules are looked up by them.
 *
 * <p>Axes are counted from 0. Arrays are not to be modified.
 */
public sealed interface Op
        permits UnaryOp,
                BinaryOp,
                Op.Affine,
                Op.Clamp,
                Op.Where,
                Op.MatMul,
                Op.Linear,
                Op.LogSoftmax,
                Op.Sum,
                Op.Max,
                Op.BroadcastTo,
                Op.Reshape,
                Op.Permute,
                Op.Slice,
                Op.Concat,
                Op.GatherRows,
                Op.ScatterAddRows {

    /**
     * Checks the shapes of the operands and calls the primitive of {@code backend}.
     *
     * @throws ShapeException naming the operation and the shapes
     */
    Storage compute(TensorBackend backend, Tensor... x);

    /** x · scale + shift. */
    record Affine(float scale, float shift) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            return backend.affine(x[0].storage(), scale, shift);
        }
    }

    /** min(max(x, low), high). */
    record Clamp(float low, float high) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape shape = x[0].shape();
            Storage raised = backend.binary(BinaryOp.MAXIMUM, x[0].storage(), scalar(backend, low), shape);
            return backend.binary(BinaryOp.MINIMUM, raised, scalar(backend, high), shape);
        }

        private static Storage scalar(TensorBackend backend, float value) {
            return backend.copyOf(new float[] {value}, Shape.of());
        }
    }

    /** Of a mask, a and b of one shape: a where the mask is not 0, else b. */
    record Where() implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            return backend.where(x[0].storage(), x[1].storage(), x[2].storage());
        }
    }

    /** The product of two matrices, or of each two of two batches of them, transposed first if asked. */
    record MatMul(boolean transposeA, boolean transposeB) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape a = x[0].shape();
            Shape b = x[1].shape();
            boolean batch = a.rank() == 3 && b.rank() == 3 && a.extent(0) == b.extent(0);
            if ((!batch && (a.rank() != 2 || b.rank() != 2))
                    || a.extent(transposeA ? -2 : -1) != b.extent(transposeB ? -1 : -2)) {
                String expected = a.rank() == 3 || b.rank() == 3 ? "[b, m, k] · [b, k, n]" : "[m, k] · [k, n]";
                throw new ShapeException("matmul: expects " + expected + ", not " + a + (transposeA ? "ᵀ" : "") + " · "
                        + b + (transposeB ? "ᵀ" : ""));
            }
            return batch
                    ? backend.batchMatmul(x[0].storage(), transposeA, x[1].storage(), transposeB)
                    : backend.matmul(x[0].storage(), transposeA, x[1].storage(), transposeB);
        }
    }

    /** x · w + b: [n, i] · [i, o] + [o] → [n, o]. */
    record Linear() implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape in = x[0].shape();
            Shape w = x[1].shape();
            Shape b = x[2].shape();
            if (in.rank() != 2
                    || w.rank() != 2
                    || b.rank() != 1
                    || in.extent(1) != w.extent(0)
                    || w.extent(1) != b.size()) {
                throw new ShapeException("linear: expects [n, i] · [i, o] + [o], not " + in + " · " + w + " + " + b);
            }
            return backend.linear(x[0].storage(), x[1].storage(), x[2].storage());
        }
    }

    /** The logarithm of the softmax along the last axis. */
    record LogSoftmax() implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape shape = x[0].shape();
            if (shape.extent(shape.axis("logSoftmax", -1)) == 0) {
                throw new ShapeException("logSoftmax: expects a last axis that is not empty, not " + shape);
            }
            return backend.logSoftmax(x[0].storage());
        }
    }

    /** The sum along an axis; with {@code keep} the axis stays with extent 1. */
    record Sum(int axis, boolean keep) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            return backend.reduce(ReduceOp.SUM, x[0].storage(), axis, keep);
        }
    }

    /** The maximum along an axis. */
    record Max(int axis) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            return backend.reduce(ReduceOp.MAX, x[0].storage(), axis, false);
        }
    }

    /** Repetition along axes of extent 1, and along those that are missing in front. */
    record BroadcastTo(Shape shape) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape from = x[0].shape();
            if (!Shape.broadcast("broadcastTo", from, shape).equals(shape)) {
                throw new ShapeException("broadcastTo: " + from + " does not broadcast to " + shape);
            }
            return backend.broadcastTo(x[0].storage(), shape);
        }
    }

    /** The same elements in another shape of the same size. */
    record Reshape(Shape shape) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape from = x[0].shape();
            if (from.size() != shape.size()) {
                throw new ShapeException("reshape: expects the same size: " + from + " to " + shape);
            }
            return backend.reshape(x[0].storage(), shape);
        }
    }

    /** Axis i of the result is axis {@code axes[i]} of x. */
    record Permute(int... axes) implements Op {

        public Permute {
            axes = axes.clone();
        }

        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            int[] sorted = axes.clone();
            Arrays.sort(sorted);
            boolean fits = sorted.length == x[0].shape().rank();
            for (int i = 0; fits && i < sorted.length; i++) {
                fits = sorted[i] == i;
            }
            if (!fits) {
                throw new ShapeException(
                        "permute: expects each axis of " + x[0].shape() + " once, not " + Arrays.toString(axes));
            }
            return backend.permute(x[0].storage(), axes);
        }

        @Override
        public String toString() {
            return "Permute" + Arrays.toString(axes);
        }
    }

    /** Elements {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
    record Slice(int axis, int from, int to) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape shape = x[0].shape();
            if (from < 0 || to < from || to > shape.extent(axis)) {
                throw new ShapeException("slice: expects a range within axis " + axis + " of " + shape + ", not ["
                        + from + ", " + to + ")");
            }
            return backend.slice(x[0].storage(), axis, from, to);
        }
    }

    /** Tensors joined along an axis. */
    record Concat(int axis) implements Op {
        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape first = x[0].shape();
            Storage[] parts = new Storage[x.length];
            for (int i = 0; i < x.length; i++) {
                Shape other = x[i].shape();
                if (other.rank() != first.rank() || !other.with(axis, 0).equals(first.with(axis, 0))) {
                    throw new ShapeException(
                            "concat: expects shapes equal but for axis " + axis + ", not " + first + " and " + other);
                }
                parts[i] = x[i].storage();
            }
            return backend.concat(parts, axis);
        }
    }

    /** Row i of the result is row {@code rows[i]} of x; a row is all behind the first axis. */
    record GatherRows(int... rows) implements Op {

        public GatherRows {
            rows = rows.clone();
        }

        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape shape = x[0].shape();
            checkRows("gatherRows", rows, shape.extent(shape.axis("gatherRows", 0)));
            return backend.gatherRows(x[0].storage(), rows);
        }

        @Override
        public String toString() {
            return "GatherRows[" + rows.length + " rows]";
        }
    }

    /** Zeros with {@code rowCount} rows, to whose row {@code rows[i]} row i of x is added. */
    record ScatterAddRows(int[] rows, int rowCount) implements Op {

        public ScatterAddRows {
            rows = rows.clone();
        }

        @Override
        public Storage compute(TensorBackend backend, Tensor... x) {
            Shape shape = x[0].shape();
            if (shape.rank() == 0 || rows.length != shape.extent(0)) {
                throw new ShapeException(
                        "scatterAddRows: expects a target for each row of " + shape + ", not " + rows.length);
            }
            checkRows("scatterAddRows", rows, rowCount);
            return backend.scatterAddRows(x[0].storage(), rows, rowCount);
        }

        @Override
        public String toString() {
            return "ScatterAddRows[" + rows.length + " rows to " + rowCount + "]";
        }
    }

    private static void checkRows(String operation, int[] rows, int count) {
        for (int row : rows) {
            if (row < 0 || row >= count) {
                throw new ShapeException(operation + ": expects rows from 0 to " + (count - 1) + ", not " + row);
            }
        }
    }
}
