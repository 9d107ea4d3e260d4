package org.ascentrl.backend.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;

/**
 * Tensors of PyTorch through DJL. It calls the engine's native functions themselves: {@code NDArray}'s methods make a
 * direct buffer for every number that they are given.
 */
public final class DjlBackend implements TensorBackend {

    private final Arena arena;
    private final String description;

    /**
     * Returns a backend of the calling thread. Loads PyTorch on the first call of the process.
     *
     * @throws IllegalArgumentException if there is no such device
     * @throws IllegalStateException if the native library cannot be loaded
     */
    static DjlBackend create(DjlSettings settings) {
        DjlEngine engine = DjlEngine.load();
        return new DjlBackend(engine.manager(settings.device()), engine.description(settings.device()));
    }

    DjlBackend(PtNDManager manager, String description) {
        arena = new Arena(manager);
        this.description = description;
    }

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Storage copyOf(float[] rowMajor, Shape shape) {
        return new DjlStorage(arena.floats(rowMajor, extents(shape)), shape);
    }

    @Override
    public Storage wrap(float[] rowMajor, Shape shape) {
        return copyOf(rowMajor, shape);
    }

    @Override
    public float[] toFloats(Storage a) {
        float[] values = new float[a.shape().size()];
        if (values.length > 0) {
            array(a).toByteBuffer(true).asFloatBuffer().get(values);
        }
        return values;
    }

    @Override
    public Scope openScope() {
        return arena.open();
    }

    @Override
    public void retain(Storage a) {
        arena.retain(array(a));
    }

    @Override
    public void close() {
        arena.close();
    }

    @Override
    public Storage unary(UnaryOp op, Storage a) {
        return made(Elementwise.of(op, array(a), arena), a.shape());
    }

    @Override
    public Storage binary(BinaryOp op, Storage a, Storage b, Shape out) {
        return made(Elementwise.of(op, array(a), array(b), arena), out);
    }

    @Override
    public Storage affine(Storage a, float scale, float shift) {
        try (PtNDArray factor = arena.scalar(scale)) {
            PtNDArray result = JniUtils.mul(array(a), factor);
            if (shift != 0) {
                try (PtNDArray term = arena.scalar(shift)) {
                    JniUtils.addi(result, term);
                }
            }
            return made(result, a.shape());
        }
    }

    @Override
    public Storage where(Storage mask, Storage a, Storage b) {
        try (PtNDArray zero = arena.scalar(0);
                PtNDArray chosen = JniUtils.neq(array(mask), zero)) {
            return made(JniUtils.where(chosen, array(a), array(b)), mask.shape());
        }
    }

    @Override
    public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        Shape shape = Shape.of(a.shape().extent(transposeA ? 1 : 0), b.shape().extent(transposeB ? 0 : 1));
        PtNDArray x = transposeA ? transposed(a) : array(a);
        PtNDArray y = transposeB ? transposed(b) : array(b);
        PtNDArray product = JniUtils.matmul(x, y);
        if (transposeA) {
            x.close();
        }
        if (transposeB) {
            y.close();
        }
        return made(product, shape);
    }

    /** A view, to be closed. */
    private static PtNDArray transposed(Storage matrix) {
        return JniUtils.transpose(array(matrix), 0, 1);
    }

    @Override
    public Storage linear(Storage x, Storage w, Storage b) {
        try (PtNDArray weight = transposed(w)) { // PyTorch lays it out as [outputs, inputs]
            Shape shape = Shape.of(x.shape().extent(0), w.shape().extent(1));
            return made(JniUtils.linear(array(x), weight, array(b)), shape);
        }
    }

    @Override
    public Storage logSoftmax(Storage a) {
        return made(JniUtils.logSoftmax(array(a), -1, DataType.FLOAT32), a.shape());
    }

    @Override
    public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
        Shape shape = a.shape().reduced(axis, keep);
        if (op == ReduceOp.SUM) {
            return made(JniUtils.sum(array(a), new long[] {axis}, keep), shape);
        }
        if (a.shape().extent(axis) == 0) {
            return made(arena.full(extents(shape), Float.NEGATIVE_INFINITY), shape);
        }
        return made(JniUtils.max(array(a), axis, keep), shape);
    }

    @Override
    public Storage broadcastTo(Storage a, Shape shape) {
        try (PtNDArray view = JniUtils.broadcast(array(a), extents(shape))) {
            return copied(view, shape);
        }
    }

    @Override
    public Storage reshape(Storage a, Shape shape) {
        return made(JniUtils.reshape(array(a), longs(shape)), shape);
    }

    @Override
    public Storage permute(Storage a, int[] axes) {
        int[] extents = new int[axes.length];
        long[] order = new long[axes.length];
        for (int i = 0; i < axes.length; i++) {
            extents[i] = a.shape().extent(axes[i]);
            order[i] = axes[i];
        }
        try (PtNDArray view = JniUtils.permute(array(a), order)) {
            return copied(view, Shape.of(extents));
        }
    }

    @Override
    public Storage slice(Storage a, int axis, int from, int to) {
        try (PtNDArray view = JniUtils.slice(array(a), axis, from, to, 1)) {
            return copied(view, a.shape().with(axis, to - from));
        }
    }

    @Override
    public Storage concat(Storage[] parts, int axis) {
        int extent = Arrays.stream(parts).mapToInt(p -> p.shape().extent(axis)).sum();
        PtNDArray[] arrays = Arrays.stream(parts).map(DjlStorage::array).toArray(PtNDArray[]::new);
        return made(JniUtils.cat(arrays, axis), parts[0].shape().with(axis, extent));
    }

    @Override
    public Storage gatherRows(Storage a, int[] rows) {
        Shape shape = a.shape().with(0, rows.length);
        long[] matrix = {a.shape().extent(0), a.shape().stride(0)};
        try (PtNDArray flat = JniUtils.reshape(array(a), matrix);
                PtNDArray indices = arena.longs(rows);
                PtNDArray found = JniUtils.embedding(indices, flat, false)) {
            return made(JniUtils.reshape(found, longs(shape)), shape);
        }
    }

    /** On the host: PyTorch's own function does not add in an order. */
    @Override
    public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
        Shape shape = a.shape().with(0, rowCount);
        int width = a.shape().stride(0);
        float[] x = toFloats(a);
        float[] sums = new float[shape.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                sums[rows[i] * width + j] += x[i * width + j];
            }
        }
        return copyOf(sums, shape);
    }

    @Override
    public void axpyInPlace(float k, Storage x, Storage y) {
        try (PtNDArray factor = arena.scalar(k);
                PtNDArray term = JniUtils.mul(array(x), factor)) {
            JniUtils.addi(array(y), term);
        }
    }

    @Override
    public void assignInPlace(Storage x, Storage y) {
        long[] size = {x.shape().size()};
        try (PtNDArray from = JniUtils.reshape(array(x), size);
                PtNDArray to = JniUtils.reshape(array(y), size)) {
            JniUtils.indexSet(to, from, new long[] {0}, size, new long[] {1});
        }
    }

    /** PyTorch's step has no correction of the second moment: √(v/c) + ε is (√v + ε√c) / √c. */
    @Override
    public void adamInPlace(Storage w, Storage g, Storage m, Storage v, AdamStep s) {
        double root = Math.sqrt(s.correction2());
        JniUtils.adamUpdate(
                array(w),
                array(g),
                array(m),
                array(v),
                (float) s.learningRate(),
                (float) (s.learningRate() * root / s.correction1()),
                (float) s.weightDecay(),
                1,
                -1,
                (float) s.beta1(),
                (float) s.beta2(),
                (float) (s.epsilon() * root),
                true);
    }

    private Storage made(PtNDArray result, Shape shape) {
        return new DjlStorage(arena.own(result), shape);
    }

    /** A contiguous copy: {@code clone} would keep the strides of a permuted view. */
    private Storage copied(PtNDArray view, Shape shape) {
        long[] once = new long[shape.rank()];
        Arrays.fill(once, 1);
        return made(JniUtils.tile(view, once), shape);
    }

    private static PtNDArray array(Storage storage) {
        return DjlStorage.array(storage);
    }

    private static ai.djl.ndarray.types.Shape extents(Shape shape) {
        return new ai.djl.ndarray.types.Shape(longs(shape));
    }

    private static long[] longs(Shape shape) {
        long[] extents = new long[shape.rank()];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = shape.extent(i);
        }
        return extents;
    }
}
