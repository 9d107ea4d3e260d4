package org.ascentrl.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array of float32 on some backend: immutable, computed eagerly, and recorded on the tape when it
 * depends on a {@link Parameter}.
 *
 * <p>Two operands broadcast by NumPy's rule. Axes may be counted from the end with negative numbers. Every operation
 * checks its shapes and throws {@link ShapeException} with the operation's name and the shapes. A tensor lives as long
 * as the scope in which it was made, and belongs to the thread of its backend.
 */
public final class Tensor {

    private final Tape tape;
    private final Storage storage;
    private final Tape.@Nullable Origin origin;

    Tensor(Tape tape, Storage storage, Tape.@Nullable Origin origin) {
        this.tape = tape;
        this.storage = storage;
        this.origin = origin;
    }

    // What it is

    public Shape shape() {
        return storage.shape();
    }

    public Storage storage() {
        return storage;
    }

    /** A copy of the elements, row-major. */
    public float[] toFloats() {
        return tape.backend().toFloats(storage);
    }

    /** A copy of the elements, widened, row-major. */
    public double[] toDoubles() {
        float[] floats = toFloats();
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    /** The only element. */
    public float item() {
        if (shape().size() != 1) {
            throw mismatch("item", "a tensor of one element, not " + shape());
        }
        return toFloats()[0];
    }

    /** The same values, cut off from the tape: a constant. */
    public Tensor detach() {
        return origin == null ? this : tape.constant(storage);
    }

    /**
     * The gradients of this tensor, a loss of one element, with respect to {@code parameters}.
     *
     * @throws IllegalStateException if a parameter changed since, or the scope of this tensor is closed
     */
    public Gradients gradients(Collection<Parameter> parameters) {
        return tape.gradients(this, parameters);
    }

    // Element by element

    public Tensor neg() {
        return unary(UnaryOp.NEG);
    }

    public Tensor abs() {
        return unary(UnaryOp.ABS);
    }

    public Tensor sign() {
        return unary(UnaryOp.SIGN);
    }

    public Tensor square() {
        return unary(UnaryOp.SQUARE);
    }

    public Tensor sqrt() {
        return unary(UnaryOp.SQRT);
    }

    public Tensor reciprocal() {
        return unary(UnaryOp.RECIPROCAL);
    }

    public Tensor exp() {
        return unary(UnaryOp.EXP);
    }

    /** The natural logarithm. */
    public Tensor log() {
        return unary(UnaryOp.LOG);
    }

    public Tensor tanh() {
        return unary(UnaryOp.TANH);
    }

    public Tensor sigmoid() {
        return unary(UnaryOp.SIGMOID);
    }

    /** log(1 + eˣ). */
    public Tensor softplus() {
        return unary(UnaryOp.SOFTPLUS);
    }

    public Tensor relu() {
        return unary(UnaryOp.RELU);
    }

    /** this · scale + shift. */
    public Tensor affine(float scale, float shift) {
        Storage result = tape.backend().affine(storage, scale, shift);
        return tape.records(this) ? tape.record(result, Vjp.affine(scale), this) : tape.constant(result);
    }

    public Tensor mul(float factor) {
        return affine(factor, 0);
    }

    public Tensor add(float term) {
        return affine(1, term);
    }

    /** Elements below {@code low} become {@code low}, above {@code high} {@code high}, and get no gradient. */
    public Tensor clamp(float low, float high) {
        Tensor bounded = tape.noGrad(() -> maximum(scalar(low)).minimum(scalar(high)));
        return tape.records(this) ? tape.record(bounded.storage, Vjp.clamp(low, high), this) : bounded;
    }

    public Tensor add(Tensor other) {
        return binary(BinaryOp.ADD, other);
    }

    public Tensor sub(Tensor other) {
        return binary(BinaryOp.SUB, other);
    }

    public Tensor mul(Tensor other) {
        return binary(BinaryOp.MUL, other);
    }

    public Tensor div(Tensor other) {
        return binary(BinaryOp.DIV, other);
    }

    public Tensor maximum(Tensor other) {
        return binary(BinaryOp.MAXIMUM, other);
    }

    public Tensor minimum(Tensor other) {
        return binary(BinaryOp.MINIMUM, other);
    }

    /** 1 where this is greater, else 0. */
    public Tensor greater(Tensor other) {
        return binary(BinaryOp.GREATER, other);
    }

    /** 1 where this is greater or equal, else 0. */
    public Tensor greaterEqual(Tensor other) {
        return binary(BinaryOp.GREATER_EQUAL, other);
    }

    /** 1 where this is at least {@code bound}, else 0. */
    public Tensor greaterEqual(float bound) {
        return greaterEqual(scalar(bound));
    }

    /** 1 where the two are equal, else 0. */
    public Tensor equal(Tensor other) {
        return binary(BinaryOp.EQUAL, other);
    }

    /** With this as the mask: {@code a} where it is not 0, else {@code b}, broadcast to this shape. */
    public Tensor where(Tensor a, Tensor b) {
        Tensor x = a.broadcastTo(shape());
        Tensor y = b.broadcastTo(shape());
        Storage result = tape.backend().where(storage, x.storage, y.storage);
        return tape.records(x) || tape.records(y)
                ? tape.record(result, Vjp.where(detach()), x, y)
                : tape.constant(result);
    }

    // Matrices

    /** The matrix product [m, k] · [k, n] → [m, n]. */
    public Tensor matmul(Tensor other) {
        Storage result = product(false, other, false);
        return tape.records(this) || tape.records(other)
                ? tape.record(result, Vjp.MATMUL, this, other)
                : tape.constant(result);
    }

    /** this · weight + bias: [n, i] · [i, o] + [o] → [n, o]. */
    public Tensor linear(Tensor weight, Tensor bias) {
        Shape x = shape();
        Shape w = weight.shape();
        Shape b = bias.shape();
        if (x.rank() != 2 || w.rank() != 2 || b.rank() != 1 || x.extent(1) != w.extent(0) || w.extent(1) != b.size()) {
            throw new ShapeException("linear: expects [n, i] · [i, o] + [o], not " + x + " · " + w + " + " + b);
        }
        Storage result = tape.backend().linear(storage, weight.storage, bias.storage);
        return tape.records(this) || tape.records(weight) || tape.records(bias)
                ? tape.record(result, Vjp.LINEAR, this, weight, bias)
                : tape.constant(result);
    }

    /** The logarithm of the softmax along the last axis. */
    public Tensor logSoftmax() {
        int last = shape().axis("logSoftmax", -1);
        if (shape().extent(last) == 0) {
            throw mismatch("logSoftmax", "a last axis that is not empty, not " + shape());
        }
        Storage result = tape.backend().logSoftmax(storage);
        return tape.records(this) ? tape.record(result, Vjp.LOG_SOFTMAX, this) : tape.constant(result);
    }

    // Reductions

    /** The sum of all elements, a scalar. */
    public Tensor sum() {
        return flat().sum(0);
    }

    /** The mean of all elements, a scalar. */
    public Tensor mean() {
        return flat().mean(0);
    }

    public Tensor sum(int axis) {
        return sum(axis, false);
    }

    /** The sum along {@code axis}; with {@code keep} the axis stays with extent 1. */
    public Tensor sum(int axis, boolean keep) {
        int a = shape().axis("sum", axis);
        Storage result = tape.backend().reduce(ReduceOp.SUM, storage, a, keep);
        return tape.records(this) ? tape.record(result, Vjp.sum(a), this) : tape.constant(result);
    }

    public Tensor mean(int axis) {
        return sum(axis).mul(1f / shape().extent(shape().axis("mean", axis)));
    }

    /** The maximum along {@code axis}; elements that tie share its gradient. */
    public Tensor max(int axis) {
        int a = shape().axis("max", axis);
        Storage result = tape.backend().reduce(ReduceOp.MAX, storage, a, false);
        return tape.records(this) ? tape.record(result, Vjp.max(a), this) : tape.constant(result);
    }

    // Shapes

    public Tensor broadcastTo(Shape target) {
        if (target.equals(shape())) {
            return this;
        }
        if (!Shape.broadcast("broadcastTo", shape(), target).equals(target)) {
            throw new ShapeException("broadcastTo: " + shape() + " does not broadcast to " + target);
        }
        Storage result = tape.backend().broadcastTo(storage, target);
        return tape.records(this) ? tape.record(result, Vjp.BROADCAST_TO, this) : tape.constant(result);
    }

    public Tensor reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    public Tensor reshape(Shape target) {
        if (target.equals(shape())) {
            return this;
        }
        if (target.size() != shape().size()) {
            throw mismatch("reshape", "the same size: " + shape() + " to " + target);
        }
        Storage result = tape.backend().reshape(storage, target);
        return tape.records(this) ? tape.record(result, Vjp.RESHAPE, this) : tape.constant(result);
    }

    /** All elements in one axis. */
    public Tensor flat() {
        return reshape(shape().size());
    }

    /** Reorders axes: axis i of the result is axis {@code axes[i]} of this. */
    public Tensor permute(int... axes) {
        boolean[] seen = new boolean[shape().rank()];
        boolean fits = axes.length == seen.length;
        for (int i = 0; fits && i < axes.length; i++) {
            fits = axes[i] >= 0 && axes[i] < seen.length && !seen[axes[i]];
            seen[fits ? axes[i] : 0] = true;
        }
        if (!fits) {
            throw mismatch("permute", "each axis of " + shape() + " once, not " + Arrays.toString(axes));
        }
        Storage result = tape.backend().permute(storage, axes.clone());
        return tape.records(this) ? tape.record(result, Vjp.permute(axes.clone()), this) : tape.constant(result);
    }

    /** A matrix with its axes exchanged. */
    public Tensor transpose() {
        return permute(1, 0);
    }

    /** Elements {@code from} (inclusive) to {@code to} (exclusive) of {@code axis}. */
    public Tensor slice(int axis, int from, int to) {
        int a = shape().axis("slice", axis);
        if (from < 0 || to < from || to > shape().extent(a)) {
            throw mismatch("slice", "a range within axis " + a + " of " + shape() + ", not [" + from + ", " + to + ")");
        }
        Storage result = tape.backend().slice(storage, a, from, to);
        return tape.records(this) ? tape.record(result, Vjp.slice(a, from, to), this) : tape.constant(result);
    }

    /** This tensor and {@code others}, joined along {@code axis}. */
    public Tensor concat(int axis, Tensor... others) {
        int a = shape().axis("concat", axis);
        Tensor[] parts = new Tensor[others.length + 1];
        parts[0] = this;
        System.arraycopy(others, 0, parts, 1, others.length);
        Storage[] storages = new Storage[parts.length];
        boolean records = false;
        for (int i = 0; i < parts.length; i++) {
            Shape other = parts[i].shape();
            if (other.rank() != shape().rank() || !other.with(a, 0).equals(shape().with(a, 0))) {
                throw mismatch("concat", "shapes equal but for axis " + a + ", not " + shape() + " and " + other);
            }
            storages[i] = parts[i].storage;
            records |= tape.records(parts[i]);
        }
        Storage result = tape.backend().concat(storages, a);
        return records ? tape.record(result, Vjp.concat(a, parts), parts) : tape.constant(result);
    }

    /** Row i of the result is row {@code rows[i]} of this; a row is all behind the first axis. */
    public Tensor gatherRows(int... rows) {
        checkRows("gatherRows", rows, shape().extent(shape().axis("gatherRows", 0)));
        Storage result = tape.backend().gatherRows(storage, rows);
        return tape.records(this) ? tape.record(result, Vjp.gatherRows(rows.clone()), this) : tape.constant(result);
    }

    /** Of a matrix [n, m]: element i of the result is element {@code columns[i]} of row i; shape [n]. */
    public Tensor gatherColumns(int[] columns) {
        if (shape().rank() != 2 || shape().extent(0) != columns.length) {
            throw mismatch(
                    "gatherColumns", "a matrix with a row for each of " + columns.length + " columns, not " + shape());
        }
        int width = shape().extent(1);
        int[] flat = new int[columns.length];
        for (int i = 0; i < flat.length; i++) {
            if (columns[i] < 0 || columns[i] >= width) {
                throw mismatch(
                        "gatherColumns", "columns from 0 to " + (width - 1) + " of " + shape() + ", not " + columns[i]);
            }
            flat[i] = i * width + columns[i];
        }
        return flat().gatherRows(flat);
    }

    /** Zeros with {@code rowCount} rows, to whose row {@code rows[i]} row i of this is added. */
    public Tensor scatterAddRows(int[] rows, int rowCount) {
        if (shape().rank() == 0 || rows.length != shape().extent(0)) {
            throw mismatch("scatterAddRows", "a target for each row of " + shape() + ", not " + rows.length);
        }
        checkRows("scatterAddRows", rows, rowCount);
        Storage result = tape.backend().scatterAddRows(storage, rows, rowCount);
        return tape.records(this) ? tape.record(result, Vjp.scatterAddRows(rows.clone()), this) : tape.constant(result);
    }

    @Override
    public String toString() {
        return "Tensor" + shape() + (shape().size() <= 16 ? Arrays.toString(toFloats()) : "");
    }

    // What the gradient rules need

    Tape.@Nullable Origin origin() {
        return origin;
    }

    Tensor matmul(boolean transposeThis, Tensor other, boolean transposeOther) {
        return tape.constant(product(transposeThis, other, transposeOther));
    }

    /** Sums over the axes on which {@code target} was repeated to become this shape. */
    Tensor sumTo(Shape target) {
        Tensor sum = this;
        while (sum.shape().rank() > target.rank()) {
            sum = sum.sum(0);
        }
        for (int axis = 0; axis < target.rank(); axis++) {
            if (target.extent(axis) == 1 && sum.shape().extent(axis) != 1) {
                sum = sum.sum(axis, true);
            }
        }
        return sum;
    }

    Tensor zeros(Shape shape) {
        return tape.constant(tape.backend().copyOf(new float[shape.size()], shape));
    }

    private Tensor scalar(float value) {
        return tape.constant(tape.backend().copyOf(new float[] {value}, Shape.of()));
    }

    private Tensor unary(UnaryOp op) {
        Storage result = tape.backend().unary(op, storage);
        Vjp vjp = tape.records(this) ? Vjp.of(op) : null;
        return vjp != null ? tape.record(result, vjp, this) : tape.constant(result);
    }

    private Tensor binary(BinaryOp op, Tensor other) {
        Shape out = Shape.broadcast(op.name().toLowerCase(Locale.ROOT), shape(), other.shape());
        Storage result = tape.backend().binary(op, storage, other.storage, out);
        Vjp vjp = tape.records(this) || tape.records(other) ? Vjp.of(op) : null;
        return vjp != null ? tape.record(result, vjp, this, other) : tape.constant(result);
    }

    private Storage product(boolean transposeThis, Tensor other, boolean transposeOther) {
        Shape a = shape();
        Shape b = other.shape();
        if (a.rank() != 2 || b.rank() != 2 || a.extent(transposeThis ? 0 : 1) != b.extent(transposeOther ? 1 : 0)) {
            throw new ShapeException("matmul: expects [m, k] · [k, n], not " + a + (transposeThis ? "ᵀ" : "") + " · "
                    + b + (transposeOther ? "ᵀ" : ""));
        }
        return tape.backend().matmul(storage, transposeThis, other.storage, transposeOther);
    }

    private static void checkRows(String operation, int[] rows, int count) {
        for (int row : rows) {
            if (row < 0 || row >= count) {
                throw new ShapeException(operation + ": expects rows from 0 to " + (count - 1) + ", not " + row);
            }
        }
    }

    private static ShapeException mismatch(String operation, String expected) {
        return new ShapeException(operation + ": expects " + expected);
    }
}
