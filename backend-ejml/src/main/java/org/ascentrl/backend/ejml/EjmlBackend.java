package org.ascentrl.backend.ejml;

import java.util.Arrays;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.ejml.EjmlVersion;

/**
 * Tensors in float32 arrays, row-major and wrapped without copying. The arithmetic that decides the speed is that of
 * EJML, or that of the JDK's Vector API where the JVM has it: see {@link KernelProvider}.
 */
public final class EjmlBackend implements TensorBackend {

    private final Kernels kernels;
    private final Arena arena;

    /** With the kernels that {@link KernelProvider#AUTO} chooses. */
    public EjmlBackend() {
        this(KernelProvider.AUTO);
    }

    /** @throws IllegalArgumentException if the JVM was started without what {@code provider} needs */
    public EjmlBackend(KernelProvider provider) {
        this(provider.kernels(), Arena.KEPT_FROM);
    }

    /** @param keptFrom from how many elements on arrays are used again */
    EjmlBackend(Kernels kernels, int keptFrom) {
        this.kernels = kernels;
        arena = new Arena(keptFrom);
    }

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public String description() {
        return "ejml " + EjmlVersion.VERSION + ", kernels " + kernels.name();
    }

    @Override
    public Storage copyOf(float[] rowMajor, Shape shape) {
        EjmlStorage copy = arena.take(shape);
        System.arraycopy(rowMajor, 0, copy.data(), 0, copy.size());
        return copy;
    }

    @Override
    public Storage wrap(float[] rowMajor, Shape shape) {
        return new EjmlStorage(rowMajor, shape);
    }

    @Override
    public float[] toFloats(Storage a) {
        return Arrays.copyOf(data(a), a.shape().size());
    }

    @Override
    public Scope openScope() {
        return arena.open();
    }

    @Override
    public void retain(Storage a) {
        EjmlStorage.of(a).retain();
    }

    @Override
    public void close() {
        arena.close();
    }

    @Override
    public Storage unary(UnaryOp op, Storage a) {
        EjmlStorage out = arena.take(a.shape());
        kernels.unary(op, data(a), out.data(), out.size());
        return out;
    }

    @Override
    public Storage binary(BinaryOp op, Storage a, Storage b, Shape shape) {
        EjmlStorage out = arena.take(shape);
        Broadcasting.apply(kernels, op, data(a), a.shape(), data(b), b.shape(), out.data(), shape);
        return out;
    }

    @Override
    public Storage affine(Storage a, float scale, float shift) {
        EjmlStorage result = arena.take(a.shape());
        float[] x = data(a);
        float[] out = result.data();
        int n = result.size();
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * scale + shift;
        }
        return result;
    }

    @Override
    public Storage where(Storage mask, Storage a, Storage b) {
        EjmlStorage result = arena.take(mask.shape());
        float[] m = data(mask);
        float[] x = data(a);
        float[] y = data(b);
        float[] out = result.data();
        int n = result.size();
        for (int i = 0; i < n; i++) {
            out[i] = m[i] != 0 ? x[i] : y[i];
        }
        return result;
    }

    @Override
    public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        int m = a.shape().extent(transposeA ? 1 : 0);
        int k = a.shape().extent(transposeA ? 0 : 1);
        int n = b.shape().extent(transposeB ? 0 : 1);
        EjmlStorage out = arena.take(Shape.of(m, n));
        kernels.matmul(data(a), transposeA, data(b), transposeB, out.data(), m, k, n);
        return out;
    }

    @Override
    public Storage linear(Storage x, Storage w, Storage b) {
        int m = x.shape().extent(0);
        int n = w.shape().extent(1);
        EjmlStorage out = arena.take(Shape.of(m, n));
        kernels.linear(data(x), data(w), data(b), out.data(), m, w.shape().extent(0), n);
        return out;
    }

    @Override
    public Storage logSoftmax(Storage a) {
        EjmlStorage out = arena.take(a.shape());
        int columns = a.shape().extent(-1);
        kernels.logSoftmax(data(a), out.size() / columns, columns, out.data());
        return out;
    }

    @Override
    public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
        EjmlStorage out = arena.take(a.shape().reduced(axis, keep));
        int count = a.shape().extent(axis);
        int inner = a.shape().stride(axis);
        int outer = inner == 0 ? 0 : out.size() / inner;
        if (op == ReduceOp.MAX) {
            Reductions.max(data(a), outer, count, inner, out.data());
        } else if (outer == 1 && inner > 1) {
            kernels.columnSums(data(a), count, inner, out.data());
        } else {
            Reductions.sum(data(a), outer, count, inner, out.data());
        }
        return out;
    }

    @Override
    public Storage broadcastTo(Storage a, Shape shape) {
        EjmlStorage out = arena.take(shape);
        Moves.broadcast(data(a), a.shape(), out.data(), shape);
        return out;
    }

    @Override
    public Storage reshape(Storage a, Shape shape) {
        return EjmlStorage.of(a).reshaped(shape);
    }

    @Override
    public Storage permute(Storage a, int[] axes) {
        int[] extents = new int[axes.length];
        int[] strides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            extents[i] = a.shape().extent(axes[i]);
            strides[i] = a.shape().stride(axes[i]);
        }
        EjmlStorage out = arena.take(Shape.of(extents));
        Moves.permute(data(a), extents, strides, out.data(), out.size());
        return out;
    }

    @Override
    public Storage slice(Storage a, int axis, int from, int to) {
        EjmlStorage out = arena.take(a.shape().with(axis, to - from));
        int inner = a.shape().stride(axis);
        int whole = a.shape().extent(axis) * inner;
        int part = (to - from) * inner;
        int count = part == 0 ? 0 : out.size() / part;
        Moves.blocks(data(a), from * inner, whole, out.data(), 0, part, part, count);
        return out;
    }

    @Override
    public Storage concat(Storage[] parts, int axis) {
        int extent = Arrays.stream(parts).mapToInt(p -> p.shape().extent(axis)).sum();
        EjmlStorage out = arena.take(parts[0].shape().with(axis, extent));
        int inner = parts[0].shape().stride(axis);
        int offset = 0;
        for (Storage p : parts) {
            int part = p.shape().extent(axis) * inner;
            int count = part == 0 ? 0 : p.shape().size() / part;
            Moves.blocks(data(p), 0, part, out.data(), offset, extent * inner, part, count);
            offset += part;
        }
        return out;
    }

    @Override
    public Storage gatherRows(Storage a, int[] rows) {
        EjmlStorage out = arena.take(a.shape().with(0, rows.length));
        Moves.gatherRows(data(a), rows, a.shape().stride(0), out.data());
        return out;
    }

    @Override
    public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
        EjmlStorage out = arena.take(a.shape().with(0, rowCount));
        Moves.scatterAddRows(data(a), rows, a.shape().stride(0), out.data(), out.size());
        return out;
    }

    @Override
    public void axpyInPlace(float k, Storage x, Storage y) {
        kernels.axpy(k, data(x), data(y), y.shape().size());
    }

    @Override
    public void assignInPlace(Storage x, Storage y) {
        System.arraycopy(data(x), 0, data(y), 0, y.shape().size());
    }

    @Override
    public void adamInPlace(Storage w, Storage g, Storage m, Storage v, AdamStep s) {
        kernels.adam(data(w), data(g), data(m), data(v), w.shape().size(), s);
    }

    @Override
    public double sumOfSquares(Storage a) {
        return Reductions.sumOfSquares(data(a), a.shape().size());
    }

    private static float[] data(Storage storage) {
        return EjmlStorage.of(storage).data();
    }
}
