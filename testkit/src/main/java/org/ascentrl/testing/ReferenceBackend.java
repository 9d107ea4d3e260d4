package org.ascentrl.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.ShapeException;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;

/**
 * The backend that others are measured by: obvious, slow, and in double. {@link #copyOf(float[], Shape)} and
 * {@link #wrap} widen, {@link #toFloats} rounds, {@link #toDoubles} gives the numbers in full; the fused kernels are the
 * default methods of {@link TensorBackend}.
 *
 * <p>It polices the contract. A storage of a closed scope, any use after {@link #close}, another thread than the
 * maker's, scopes closed out of order, and an array that was changed after it was wrapped are
 * {@link IllegalStateException}s; storages of another backend and shapes that do not fit are
 * {@link IllegalArgumentException}s. Each names the operation. {@link #liveStorages} finds leaks.
 *
 * <p>Belongs to the thread that made it; only closing is any thread's.
 */
public final class ReferenceBackend implements TensorBackend {

    private final ReferenceArena arena = new ReferenceArena(this);

    @Override
    public String name() {
        return "reference";
    }

    /** The number of storages that were made and did not die. */
    public int liveStorages() {
        return arena.live();
    }

    @Override
    public Storage copyOf(float[] rowMajor, Shape shape) {
        return made("copyOf", shape, widened("copyOf", rowMajor, shape));
    }

    /** A storage with a copy of {@code rowMajor}, in full. */
    public Storage copyOf(double[] rowMajor, Shape shape) {
        fits("copyOf", rowMajor.length == shape.size(), rowMajor.length + " numbers for shape " + shape);
        return made("copyOf", shape, rowMajor.clone());
    }

    @Override
    public Storage wrap(float[] rowMajor, Shape shape) {
        return arena.made("wrap", shape, widened("wrap", rowMajor, shape), rowMajor);
    }

    @Override
    public float[] toFloats(Storage a) {
        double[] x = read("toFloats", a);
        float[] rounded = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = (float) x[i];
        }
        return rounded;
    }

    /** A copy of the elements in full, row-major. */
    public double[] toDoubles(Storage a) {
        return read("toDoubles", a).clone();
    }

    @Override
    public Scope openScope() {
        return arena.openScope();
    }

    @Override
    public void retain(Storage a) {
        arena.own("retain", a).retain();
    }

    @Override
    public Storage unary(UnaryOp op, Storage a) {
        String operation = op.name().toLowerCase(Locale.ROOT);
        DoubleUnaryOperator f = switch (op) {
            case NEG -> x -> -x;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case SQUARE -> x -> x * x;
            case SQRT -> Math::sqrt;
            case RECIPROCAL -> x -> 1 / x;
            case EXP -> Math::exp;
            case LOG -> Math::log;
            case TANH -> Math::tanh;
            case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
            case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case RELU -> x -> Math.max(x, 0);
        };
        return made(
                operation, a.shape(), Arrays.stream(read(operation, a)).map(f).toArray());
    }

    @Override
    public Storage binary(BinaryOp op, Storage a, Storage b, Shape out) {
        String operation = op.name().toLowerCase(Locale.ROOT);
        DoubleBinaryOperator f = switch (op) {
            case ADD -> Double::sum;
            case SUB -> (x, y) -> x - y;
            case MUL -> (x, y) -> x * y;
            case DIV -> (x, y) -> x / y;
            case MAXIMUM -> Math::max;
            case MINIMUM -> Math::min;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
        };
        double[] x = Indices.pick(read(operation, a), Indices.broadcast(operation, a.shape(), out));
        double[] y = Indices.pick(read(operation, b), Indices.broadcast(operation, b.shape(), out));
        double[] z = new double[out.size()];
        Arrays.setAll(z, i -> f.applyAsDouble(x[i], y[i]));
        return made(operation, out, z);
    }

    @Override
    public Storage affine(Storage a, float scale, float shift) {
        double[] x = read("affine", a);
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> x[i] * scale + shift);
        return made("affine", a.shape(), y);
    }

    @Override
    public Storage where(Storage mask, Storage a, Storage b) {
        sameShape("where", mask, a);
        sameShape("where", mask, b);
        double[] chosen = read("where", mask);
        double[] x = read("where", a);
        double[] y = read("where", b);
        double[] z = new double[chosen.length];
        Arrays.setAll(z, i -> chosen[i] != 0 ? x[i] : y[i]);
        return made("where", mask.shape(), z);
    }

    @Override
    public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        fits(
                "matmul",
                a.shape().rank() == 2
                        && b.shape().rank() == 2
                        && a.shape().extent(transposeA ? 0 : 1) == b.shape().extent(transposeB ? 1 : 0),
                a.shape() + (transposeA ? "ᵀ" : "") + " · " + b.shape() + (transposeB ? "ᵀ" : ""));
        double[] x = read("matmul", a);
        double[] y = read("matmul", b);
        int rows = a.shape().extent(transposeA ? 1 : 0);
        int inner = a.shape().extent(transposeA ? 0 : 1);
        int columns = b.shape().extent(transposeB ? 0 : 1);
        double[] z = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    double left = transposeA ? x[k * rows + i] : x[i * inner + k];
                    double right = transposeB ? y[j * inner + k] : y[k * columns + j];
                    z[i * columns + j] += left * right;
                }
            }
        }
        return made("matmul", Shape.of(rows, columns), z);
    }

    @Override
    public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
        String operation = op.name().toLowerCase(Locale.ROOT);
        double[] x = read(operation, a);
        Shape out = a.shape().reduced(axis, keep);
        double[] y = new double[out.size()];
        Arrays.fill(y, op == ReduceOp.SUM ? 0 : Double.NEGATIVE_INFINITY);
        int[] target = Indices.broadcast(operation, a.shape().reduced(axis, true), a.shape());
        for (int i = 0; i < x.length; i++) {
            int t = target[i];
            y[t] = op == ReduceOp.SUM ? y[t] + x[i] : Math.max(y[t], x[i]);
        }
        return made(operation, out, y);
    }

    @Override
    public Storage broadcastTo(Storage a, Shape shape) {
        return made(
                "broadcastTo",
                shape,
                Indices.pick(read("broadcastTo", a), Indices.broadcast("broadcastTo", a.shape(), shape)));
    }

    @Override
    public Storage reshape(Storage a, Shape shape) {
        fits("reshape", a.shape().size() == shape.size(), a.shape() + " to " + shape);
        return made("reshape", shape, read("reshape", a).clone());
    }

    @Override
    public Storage permute(Storage a, int[] axes) {
        int[] extents = new int[axes.length];
        Arrays.setAll(extents, i -> a.shape().extent(axes[i]));
        return made("permute", Shape.of(extents), Indices.pick(read("permute", a), Indices.permuted(a.shape(), axes)));
    }

    @Override
    public Storage slice(Storage a, int axis, int from, int to) {
        return made(
                "slice",
                a.shape().with(axis, to - from),
                Indices.pick(read("slice", a), Indices.sliced(a.shape(), axis, from, to)));
    }

    @Override
    public Storage concat(Storage[] parts, int axis) {
        int extent = 0;
        for (Storage part : parts) {
            extent += part.shape().extent(axis);
        }
        Shape out = parts[0].shape().with(axis, extent);
        double[] joined = new double[out.size()];
        int from = 0;
        for (Storage part : parts) {
            double[] x = read("concat", part);
            int to = from + part.shape().extent(axis);
            int[] target = Indices.sliced(out, axis, from, to);
            for (int i = 0; i < x.length; i++) {
                joined[target[i]] = x[i];
            }
            from = to;
        }
        return made("concat", out, joined);
    }

    @Override
    public Storage gatherRows(Storage a, int[] rows) {
        double[] x = read("gatherRows", a);
        int width = a.shape().stride(0);
        double[] y = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(x, rows[i] * width, y, i * width, width);
        }
        return made("gatherRows", a.shape().with(0, rows.length), y);
    }

    @Override
    public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
        fits("scatterAddRows", rows.length == a.shape().extent(0), rows.length + " rows for " + a.shape());
        double[] x = read("scatterAddRows", a);
        int width = a.shape().stride(0);
        double[] y = new double[rowCount * width];
        for (int i = 0; i < x.length; i++) {
            y[rows[i / width] * width + i % width] += x[i];
        }
        return made("scatterAddRows", a.shape().with(0, rowCount), y);
    }

    @Override
    public void axpyInPlace(float k, Storage x, Storage y) {
        sameShape("axpyInPlace", x, y);
        double[] from = read("axpyInPlace", x);
        double[] to = arena.write("axpyInPlace", y);
        Arrays.setAll(to, i -> to[i] + k * from[i]);
    }

    @Override
    public void assignInPlace(Storage x, Storage y) {
        sameShape("assignInPlace", x, y);
        double[] from = read("assignInPlace", x);
        System.arraycopy(from, 0, arena.write("assignInPlace", y), 0, from.length);
    }

    @Override
    public double sumOfSquares(Storage a) {
        return Arrays.stream(read("sumOfSquares", a)).reduce(0, (sum, x) -> sum + x * x);
    }

    @Override
    public void close() {
        arena.close();
    }

    private double[] read(String operation, Storage a) {
        return arena.read(operation, a);
    }

    private Storage made(String operation, Shape shape, double[] values) {
        return arena.made(operation, shape, values, null);
    }

    private static double[] widened(String operation, float[] values, Shape shape) {
        fits(operation, values.length == shape.size(), values.length + " numbers for shape " + shape);
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    private static void sameShape(String operation, Storage a, Storage b) {
        fits(operation, a.shape().equals(b.shape()), a.shape() + " and " + b.shape() + " differ");
    }

    private static void fits(String operation, boolean fits, String what) {
        if (!fits) {
            throw new ShapeException(operation + ": " + what);
        }
    }
}
