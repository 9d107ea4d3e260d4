package org.ascentrl.tensor;

import java.util.Arrays;
import java.util.Collection;
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
            throw new ShapeException("item: expects a tensor of one element, not " + shape());
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
        return gradients(parameters, false);
    }

    /**
     * The gradients, and with {@code createGraph} they are recorded as any result is: a loss may be made of them
     * ({@link Gradients#tensor}) and have gradients, for Hessian-vector products and gradient penalties.
     *
     * @throws IllegalStateException if a parameter changed since, or the scope of this tensor is closed
     */
    public Gradients gradients(Collection<Parameter> parameters, boolean createGraph) {
        return tape.gradients(this, parameters, createGraph);
    }

    /** The recorded operations that this tensor was computed by. */
    public Graph graph() {
        return Graph.of(this);
    }

    // Element by element

    public Tensor neg() {
        return apply(UnaryOp.NEG);
    }

    public Tensor abs() {
        return apply(UnaryOp.ABS);
    }

    public Tensor sign() {
        return apply(UnaryOp.SIGN);
    }

    public Tensor square() {
        return apply(UnaryOp.SQUARE);
    }

    public Tensor sqrt() {
        return apply(UnaryOp.SQRT);
    }

    public Tensor reciprocal() {
        return apply(UnaryOp.RECIPROCAL);
    }

    public Tensor exp() {
        return apply(UnaryOp.EXP);
    }

    /** The natural logarithm. */
    public Tensor log() {
        return apply(UnaryOp.LOG);
    }

    public Tensor tanh() {
        return apply(UnaryOp.TANH);
    }

    public Tensor sigmoid() {
        return apply(UnaryOp.SIGMOID);
    }

    /** log(1 + eˣ). */
    public Tensor softplus() {
        return apply(UnaryOp.SOFTPLUS);
    }

    public Tensor relu() {
        return apply(UnaryOp.RELU);
    }

    /** this · scale + shift, in float32. */
    public Tensor affine(double scale, double shift) {
        return apply(new Op.Affine((float) scale, (float) shift));
    }

    public Tensor mul(double factor) {
        return affine(factor, 0);
    }

    public Tensor add(double term) {
        return affine(1, term);
    }

    /** Elements below {@code low} become {@code low}, above {@code high} {@code high}, and get no gradient. */
    public Tensor clamp(double low, double high) {
        return apply(new Op.Clamp((float) low, (float) high));
    }

    public Tensor add(Tensor other) {
        return apply(BinaryOp.ADD, other);
    }

    public Tensor sub(Tensor other) {
        return apply(BinaryOp.SUB, other);
    }

    public Tensor mul(Tensor other) {
        return apply(BinaryOp.MUL, other);
    }

    public Tensor div(Tensor other) {
        return apply(BinaryOp.DIV, other);
    }

    public Tensor maximum(Tensor other) {
        return apply(BinaryOp.MAXIMUM, other);
    }

    public Tensor minimum(Tensor other) {
        return apply(BinaryOp.MINIMUM, other);
    }

    /** 1 where this is greater, else 0. */
    public Tensor greater(Tensor other) {
        return apply(BinaryOp.GREATER, other);
    }

    /** 1 where this is greater or equal, else 0. */
    public Tensor greaterEqual(Tensor other) {
        return apply(BinaryOp.GREATER_EQUAL, other);
    }

    /** 1 where this is at least {@code bound}, else 0. */
    public Tensor greaterEqual(double bound) {
        return greaterEqual(tape.scalar(bound));
    }

    /** 1 where the two are equal, else 0. */
    public Tensor equal(Tensor other) {
        return apply(BinaryOp.EQUAL, other);
    }

    /** With this as the mask: {@code a} where it is not 0, else {@code b}, broadcast to this shape. */
    public Tensor where(Tensor a, Tensor b) {
        return tape.apply(new Op.Where(), detach(), a.broadcastTo(shape()), b.broadcastTo(shape()));
    }

    // Matrices

    /** The matrix product [m, k] · [k, n] → [m, n], or of each two of two batches: [b, m, k] · [b, k, n] → [b, m, n]. */
    public Tensor matmul(Tensor other) {
        return matmul(false, other, false);
    }

    /** The matrix product, or that of each two of two batches, with each operand transposed first if asked. */
    public Tensor matmul(boolean transposeThis, Tensor other, boolean transposeOther) {
        return apply(new Op.MatMul(transposeThis, transposeOther), other);
    }

    /** this · weight + bias: [n, i] · [i, o] + [o] → [n, o]. */
    public Tensor linear(Tensor weight, Tensor bias) {
        return tape.apply(new Op.Linear(), this, weight, bias);
    }

    /** The logarithm of the softmax along the last axis. */
    public Tensor logSoftmax() {
        return apply(new Op.LogSoftmax());
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
        return apply(new Op.Sum(shape().axis("sum", axis), keep));
    }

    public Tensor mean(int axis) {
        return sum(axis).mul(1f / shape().extent(axis));
    }

    /** The maximum along {@code axis}; elements that tie share its gradient. */
    public Tensor max(int axis) {
        return apply(new Op.Max(shape().axis("max", axis)));
    }

    // Shapes

    public Tensor broadcastTo(Shape target) {
        return target.equals(shape()) ? this : apply(new Op.BroadcastTo(target));
    }

    public Tensor reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    public Tensor reshape(Shape target) {
        return target.equals(shape()) ? this : apply(new Op.Reshape(target));
    }

    /** All elements in one axis. */
    public Tensor flat() {
        return reshape(shape().size());
    }

    /** Reorders axes: axis i of the result is axis {@code axes[i]} of this. */
    public Tensor permute(int... axes) {
        return apply(new Op.Permute(axes));
    }

    /** A matrix with its axes exchanged. */
    public Tensor transpose() {
        return permute(1, 0);
    }

    /** Elements {@code from} (inclusive) to {@code to} (exclusive) of {@code axis}. */
    public Tensor slice(int axis, int from, int to) {
        return apply(new Op.Slice(shape().axis("slice", axis), from, to));
    }

    /** This tensor and {@code others}, joined along {@code axis}. */
    public Tensor concat(int axis, Tensor... others) {
        Tensor[] parts = new Tensor[others.length + 1];
        parts[0] = this;
        System.arraycopy(others, 0, parts, 1, others.length);
        return tape.apply(new Op.Concat(shape().axis("concat", axis)), parts);
    }

    /** Row i of the result is row {@code rows[i]} of this; a row is all behind the first axis. */
    public Tensor gatherRows(int... rows) {
        return apply(new Op.GatherRows(rows));
    }

    /** Of a matrix [n, m]: element i of the result is element {@code columns[i]} of row i; shape [n]. */
    public Tensor gatherColumns(int[] columns) {
        return flat().gatherRows(shape().flatIndices("gatherColumns", columns));
    }

    /** Zeros with {@code rowCount} rows, to whose row {@code rows[i]} row i of this is added. */
    public Tensor scatterAddRows(int[] rows, int rowCount) {
        return apply(new Op.ScatterAddRows(rows, rowCount));
    }

    @Override
    public String toString() {
        return "Tensor" + shape() + (shape().size() <= 16 ? Arrays.toString(toFloats()) : "");
    }

    // What the tape and the gradient rules need

    Tape.@Nullable Origin origin() {
        return origin;
    }

    Tensor zeros(Shape shape) {
        return tape.zeros(shape);
    }

    private Tensor apply(Op op) {
        return tape.apply(op, this);
    }

    private Tensor apply(Op op, Tensor other) {
        return tape.apply(op, this, other);
    }
}
