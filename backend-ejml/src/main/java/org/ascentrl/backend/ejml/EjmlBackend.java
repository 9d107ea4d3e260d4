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
 * Tensors on EJML's float32 matrices, row-major and wrapped without copying. Memory is the garbage collector's: scopes
 * have nothing to free.
 */
public final class EjmlBackend implements TensorBackend {

    private static final Scope NOTHING_TO_FREE = () -> {};

    private final Kernels kernels;

    public EjmlBackend() {
        this(new ScalarKernels());
    }

    EjmlBackend(Kernels kernels) {
        this.kernels = kernels;
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
        return EjmlStorage.wrap(rowMajor.clone(), shape);
    }

    @Override
    public Storage wrap(float[] rowMajor, Shape shape) {
        return EjmlStorage.wrap(rowMajor, shape);
    }

    @Override
    public float[] toFloats(Storage a) {
        return data(a).clone();
    }

    @Override
    public Scope openScope() {
        return NOTHING_TO_FREE;
    }

    @Override
    public void retain(Storage a) {}

    @Override
    public void close() {}

    @Override
    public Storage unary(UnaryOp op, Storage a) {
        EjmlStorage out = EjmlStorage.zeros(a.shape());
        kernels.unary(op, data(a), out.data());
        return out;
    }

    @Override
    public Storage binary(BinaryOp op, Storage a, Storage b, Shape out) {
        EjmlStorage result = EjmlStorage.zeros(out);
        Broadcasting.apply(op, data(a), a.shape(), data(b), b.shape(), result.data(), out);
        return result;
    }

    @Override
    public Storage affine(Storage a, float scale, float shift) {
        float[] x = data(a);
        float[] out = new float[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] * scale + shift;
        }
        return EjmlStorage.wrap(out, a.shape());
    }

    @Override
    public Storage where(Storage mask, Storage a, Storage b) {
        float[] m = data(mask);
        float[] x = data(a);
        float[] y = data(b);
        float[] out = new float[m.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = m[i] != 0 ? x[i] : y[i];
        }
        return EjmlStorage.wrap(out, mask.shape());
    }

    @Override
    public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        int rows = a.shape().extent(transposeA ? 1 : 0);
        int columns = b.shape().extent(transposeB ? 0 : 1);
        EjmlStorage out = EjmlStorage.zeros(Shape.of(rows, columns));
        kernels.matmul(EjmlStorage.of(a).matrix(), transposeA, EjmlStorage.of(b).matrix(), transposeB, out.matrix());
        return out;
    }

    @Override
    public Storage linear(Storage x, Storage w, Storage b) {
        EjmlStorage out =
                EjmlStorage.zeros(Shape.of(x.shape().extent(0), w.shape().extent(1)));
        kernels.linear(EjmlStorage.of(x).matrix(), EjmlStorage.of(w).matrix(), data(b), out.matrix());
        return out;
    }

    @Override
    public Storage logSoftmax(Storage a) {
        EjmlStorage out = EjmlStorage.zeros(a.shape());
        int columns = a.shape().extent(-1);
        kernels.logSoftmax(data(a), out.data().length / columns, columns, out.data());
        return out;
    }

    @Override
    public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
        EjmlStorage out = EjmlStorage.zeros(a.shape().reduced(axis, keep));
        int count = a.shape().extent(axis);
        int inner = a.shape().stride(axis);
        int outer = inner == 0 ? 0 : out.data().length / inner;
        float[] x = data(a);
        if (op == ReduceOp.MAX) {
            max(x, outer, count, inner, out.data());
        } else if (outer == 1) {
            kernels.columnSums(x, count, inner, out.data());
        } else {
            sum(x, outer, count, inner, out.data());
        }
        return out;
    }

    private static void sum(float[] x, int outer, int count, int inner, float[] out) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                double total = 0;
                for (int k = 0; k < count; k++) {
                    total += x[(o * count + k) * inner + i];
                }
                out[o * inner + i] = (float) total;
            }
        }
    }

    private static void max(float[] x, int outer, int count, int inner, float[] out) {
        Arrays.fill(out, Float.NEGATIVE_INFINITY);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < inner; i++) {
                    out[o * inner + i] = Math.max(out[o * inner + i], x[(o * count + k) * inner + i]);
                }
            }
        }
    }

    @Override
    public Storage broadcastTo(Storage a, Shape shape) {
        float[] x = data(a);
        float[] out = new float[shape.size()];
        if (x.length == 1) {
            Arrays.fill(out, x[0]);
        } else if (out.length > 0) {
            int columns = shape.extent(-1);
            boolean repeated = Broadcasting.lastExtent(a.shape()) == 1;
            RowOffsets rows = new RowOffsets(a.shape(), shape);
            for (int start = 0; start < out.length; start += columns) {
                int from = rows.next();
                if (repeated) {
                    Arrays.fill(out, start, start + columns, x[from]);
                } else {
                    System.arraycopy(x, from, out, start, columns);
                }
            }
        }
        return EjmlStorage.wrap(out, shape);
    }

    @Override
    public Storage reshape(Storage a, Shape shape) {
        return EjmlStorage.wrap(data(a), shape);
    }

    @Override
    public Storage permute(Storage a, int[] axes) {
        int rank = axes.length;
        int[] extents = new int[rank];
        int[] strides = new int[rank];
        for (int i = 0; i < rank; i++) {
            extents[i] = a.shape().extent(axes[i]);
            strides[i] = a.shape().stride(axes[i]);
        }
        float[] x = data(a);
        float[] out = new float[x.length];
        int[] index = new int[rank];
        int from = 0;
        for (int to = 0; to < out.length; to++) {
            out[to] = x[from];
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < extents[axis]) {
                    break;
                }
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return EjmlStorage.wrap(out, Shape.of(extents));
    }

    @Override
    public Storage slice(Storage a, int axis, int from, int to) {
        EjmlStorage out = EjmlStorage.zeros(a.shape().with(axis, to - from));
        int inner = a.shape().stride(axis);
        int whole = a.shape().extent(axis) * inner;
        int part = (to - from) * inner;
        for (int start = 0, o = 0; start < out.data().length; start += part, o++) {
            System.arraycopy(data(a), o * whole + from * inner, out.data(), start, part);
        }
        return out;
    }

    @Override
    public Storage concat(Storage[] parts, int axis) {
        int extent = Arrays.stream(parts).mapToInt(p -> p.shape().extent(axis)).sum();
        EjmlStorage out = EjmlStorage.zeros(parts[0].shape().with(axis, extent));
        int inner = parts[0].shape().stride(axis);
        int offset = 0;
        for (Storage p : parts) {
            int part = p.shape().extent(axis) * inner;
            for (int from = 0, o = 0; from < data(p).length; from += part, o++) {
                System.arraycopy(data(p), from, out.data(), o * extent * inner + offset, part);
            }
            offset += part;
        }
        return out;
    }

    @Override
    public Storage gatherRows(Storage a, int[] rows) {
        EjmlStorage out = EjmlStorage.zeros(a.shape().with(0, rows.length));
        int width = a.shape().stride(0);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(data(a), rows[i] * width, out.data(), i * width, width);
        }
        return out;
    }

    @Override
    public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
        EjmlStorage out = EjmlStorage.zeros(a.shape().with(0, rowCount));
        float[] x = data(a);
        int width = a.shape().stride(0);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                out.data()[rows[i] * width + j] += x[i * width + j];
            }
        }
        return out;
    }

    @Override
    public void axpyInPlace(float k, Storage x, Storage y) {
        kernels.axpy(k, data(x), data(y));
    }

    @Override
    public void assignInPlace(Storage x, Storage y) {
        System.arraycopy(data(x), 0, data(y), 0, data(y).length);
    }

    @Override
    public void adamInPlace(Storage w, Storage g, Storage m, Storage v, AdamStep s) {
        kernels.adam(data(w), data(g), data(m), data(v), s);
    }

    @Override
    public double sumOfSquares(Storage a) {
        double sum = 0;
        for (float x : data(a)) {
            sum += (double) x * x;
        }
        return sum;
    }

    private static float[] data(Storage storage) {
        return EjmlStorage.of(storage).data();
    }
}
