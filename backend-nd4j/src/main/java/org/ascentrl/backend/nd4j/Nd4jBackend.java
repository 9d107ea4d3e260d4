package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Tensors of ND4J on the CPU. What only moves elements moves them in native memory, without a call of ND4J. */
public final class Nd4jBackend implements TensorBackend {

    private final Arena arena = new Arena();
    private final String description;

    /**
     * Returns a backend of the calling thread. Loads ND4J on the first call of the process.
     *
     * @throws IllegalArgumentException if there is no such device
     * @throws IllegalStateException if the native libraries cannot be loaded
     */
    static Nd4jBackend create(Nd4jSettings settings) {
        if (settings.device() == Nd4jSettings.Device.GPU) {
            throw new IllegalArgumentException(
                    "nd4j.device = gpu: ND4J comes here with nd4j-native, which finds no GPU."
                            + " Allowed: cpu. For a GPU choose backend = djl.");
        }
        return new Nd4jBackend(Nd4jEngine.load().description());
    }

    Nd4jBackend(String description) {
        this.description = description;
    }

    /** The number of storages that no scope has ended. */
    int live() {
        return arena.live();
    }

    /** The native memory that it holds. */
    long bytes() {
        return arena.bytes();
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Storage copyOf(float[] rowMajor, Shape shape) {
        Nd4jStorage storage = arena.make(shape);
        storage.floats().put(0, rowMajor);
        return storage;
    }

    @Override
    public Storage wrap(float[] rowMajor, Shape shape) {
        return copyOf(rowMajor, shape);
    }

    @Override
    public float[] toFloats(Storage a) {
        float[] values = new float[a.shape().size()];
        floats(a).get(0, values);
        return values;
    }

    @Override
    public Scope openScope() {
        return arena.open();
    }

    @Override
    public void retain(Storage a) {
        arena.retain(Nd4jStorage.of(a));
    }

    @Override
    public void close() {
        arena.close();
    }

    @Override
    public Storage unary(UnaryOp op, Storage a) {
        Nd4jStorage out = arena.make(a.shape());
        if (a.shape().size() > 0) {
            Elementwise.apply(op, Nd4jStorage.of(a), out);
        }
        return out;
    }

    @Override
    public Storage binary(BinaryOp op, Storage a, Storage b, Shape out) {
        Nd4jStorage result = arena.make(out);
        Elementwise.apply(op, broadcast(a, out), broadcast(b, out), result.floats(), out.size());
        return result;
    }

    private FloatBuffer broadcast(Storage a, Shape shape) {
        return floats(a.shape().equals(shape) ? a : broadcastTo(a, shape));
    }

    @Override
    public Storage affine(Storage a, float scale, float shift) {
        Nd4jStorage out = arena.make(a.shape());
        Elementwise.affine(floats(a), scale, shift, out.floats(), out.size());
        return out;
    }

    @Override
    public Storage where(Storage mask, Storage a, Storage b) {
        Nd4jStorage out = arena.make(mask.shape());
        Elementwise.where(floats(mask), floats(a), floats(b), out.floats(), out.size());
        return out;
    }

    @Override
    public Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        Nd4jStorage out = arena.make(
                Shape.of(a.shape().extent(transposeA ? 1 : 0), b.shape().extent(transposeB ? 0 : 1)));
        if (a.shape().size() == 0) {
            fill(out, 0);
        } else if (out.shape().size() > 0) {
            Products.multiply(Nd4jStorage.of(a), transposeA, Nd4jStorage.of(b), transposeB, 0, out);
        }
        return out;
    }

    /** The product is added to rows that hold the bias. */
    @Override
    public Storage linear(Storage x, Storage w, Storage b) {
        int rows = x.shape().extent(0);
        int outputs = w.shape().extent(1);
        Nd4jStorage out = arena.make(Shape.of(rows, outputs));
        for (int row = 0; row < rows; row++) {
            out.floats().put(row * outputs, floats(b), 0, outputs);
        }
        if (x.shape().size() > 0 && outputs > 0) {
            Products.multiply(Nd4jStorage.of(x), false, Nd4jStorage.of(w), false, 1, out);
        }
        return out;
    }

    /** ND4J's own takes the logarithm of a rounded softmax, which is −∞ for logits that are far apart. */
    @Override
    public Storage logSoftmax(Storage a) {
        Nd4jStorage out = arena.make(a.shape());
        Reductions.logSoftmax(floats(a), a.shape().extent(-1), out);
        return out;
    }

    @Override
    public Storage reduce(ReduceOp op, Storage a, int axis, boolean keep) {
        Nd4jStorage out = arena.make(a.shape().reduced(axis, keep));
        Reductions.reduce(op, floats(a), a.shape().extent(axis), a.shape().stride(axis), out);
        return out;
    }

    @Override
    public Storage broadcastTo(Storage a, Shape shape) {
        Nd4jStorage out = arena.make(shape);
        Strided.repeated(a.shape(), shape).copy(floats(a), out.floats());
        return out;
    }

    @Override
    public Storage reshape(Storage a, Shape shape) {
        return arena.view(Nd4jStorage.of(a), shape);
    }

    @Override
    public Storage permute(Storage a, int[] axes) {
        int[] extents = Arrays.stream(axes).map(axis -> a.shape().extent(axis)).toArray();
        Nd4jStorage out = arena.make(Shape.of(extents));
        int[] strides = Arrays.stream(axes).map(axis -> a.shape().stride(axis)).toArray();
        new Strided(out.shape(), strides).copy(floats(a), out.floats());
        return out;
    }

    @Override
    public Storage slice(Storage a, int axis, int from, int to) {
        Nd4jStorage out = arena.make(a.shape().with(axis, to - from));
        int inner = a.shape().stride(axis);
        int whole = a.shape().extent(axis) * inner;
        int part = (to - from) * inner;
        for (int start = 0, o = 0; start < out.shape().size(); start += part, o++) {
            out.floats().put(start, floats(a), o * whole + from * inner, part);
        }
        return out;
    }

    @Override
    public Storage concat(Storage[] parts, int axis) {
        int extent = Arrays.stream(parts).mapToInt(p -> p.shape().extent(axis)).sum();
        Nd4jStorage out = arena.make(parts[0].shape().with(axis, extent));
        int inner = parts[0].shape().stride(axis);
        int offset = 0;
        for (Storage p : parts) {
            int part = p.shape().extent(axis) * inner;
            for (int from = 0, o = 0; from < p.shape().size(); from += part, o++) {
                out.floats().put(o * extent * inner + offset, floats(p), from, part);
            }
            offset += part;
        }
        return out;
    }

    @Override
    public Storage gatherRows(Storage a, int[] rows) {
        Nd4jStorage out = arena.make(a.shape().with(0, rows.length));
        int width = a.shape().stride(0);
        for (int i = 0; i < rows.length; i++) {
            out.floats().put(i * width, floats(a), rows[i] * width, width);
        }
        return out;
    }

    @Override
    public Storage scatterAddRows(Storage a, int[] rows, int rowCount) {
        Nd4jStorage out = arena.make(a.shape().with(0, rowCount));
        fill(out, 0);
        int width = a.shape().stride(0);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                int to = rows[i] * width + j;
                out.floats().put(to, out.floats().get(to) + floats(a).get(i * width + j));
            }
        }
        return out;
    }

    @Override
    public void axpyInPlace(float k, Storage x, Storage y) {
        openblas_nolapack.cblas_saxpy(
                y.shape().size(),
                k,
                Nd4jStorage.of(x).pointer(),
                1,
                Nd4jStorage.of(y).pointer(),
                1);
    }

    @Override
    public void assignInPlace(Storage x, Storage y) {
        Pointer.memcpy(
                Nd4jStorage.of(y).pointer(),
                Nd4jStorage.of(x).pointer(),
                (long) y.shape().size() * Float.BYTES);
    }

    /** In one pass: the call of ND4J's own updater costs as much as 10,000 weights of this. */
    @Override
    public void adamInPlace(Storage w, Storage g, Storage m, Storage v, AdamStep s) {
        float decay1 = (float) (1 - s.beta1());
        float decay2 = (float) (1 - s.beta2());
        float kept = (float) (1 - s.learningRate() * s.weightDecay());
        float rate = (float) (s.learningRate() / s.correction1());
        float correction = (float) (1 / s.correction2());
        float epsilon = (float) s.epsilon();
        FloatBuffer weights = floats(w);
        FloatBuffer gradients = floats(g);
        FloatBuffer first = floats(m);
        FloatBuffer second = floats(v);
        for (int i = 0; i < w.shape().size(); i++) {
            float gradient = gradients.get(i);
            float mean = first.get(i) + decay1 * (gradient - first.get(i));
            float square = second.get(i) + decay2 * (gradient * gradient - second.get(i));
            first.put(i, mean);
            second.put(i, square);
            float step = rate * mean / ((float) Math.sqrt(square * correction) + epsilon);
            weights.put(i, kept * weights.get(i) - step);
        }
    }

    private static void fill(Nd4jStorage out, float value) {
        for (int i = 0; i < out.shape().size(); i++) {
            out.floats().put(i, value);
        }
    }

    private static FloatBuffer floats(Storage storage) {
        return Nd4jStorage.of(storage).floats();
    }
}
