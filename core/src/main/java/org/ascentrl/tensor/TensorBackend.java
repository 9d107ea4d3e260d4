package org.ascentrl.tensor;

/**
 * The primitives that everything above computes with, and the memory of their results: an arena for one thread.
 *
 * <p>Storages are float32, row-major and never changed after they were made, except by the {@code InPlace} methods.
 * {@link Tensor} checks shapes and axes before it calls, so an implementation may rely on valid arguments; axes are
 * counted from 0. No method reads beyond its arguments: the same arguments give the same bits.
 *
 * <p>The rules that an implementation keeps are numbered in {@code core/SPI.md} and tested by {@code TensorBackendTck}.
 * Not thread-safe: each thread has an instance of its own.
 */
public interface TensorBackend extends AutoCloseable {

    /** The name of this backend in settings. */
    String name();

    /** The library's version and all else that decides the bits, for a run's record. */
    default String description() {
        return name();
    }

    /** A storage with a copy of {@code rowMajor}. */
    Storage copyOf(float[] rowMajor, Shape shape);

    /** A storage that may use {@code rowMajor} itself: the caller leaves the array alone until the scope closes. */
    Storage wrap(float[] rowMajor, Shape shape);

    /** A copy of the elements, row-major. */
    float[] toFloats(Storage a);

    /** Opens a scope: storages made from now on die when it closes, unless retained. */
    Scope openScope();

    /** Keeps {@code a} beyond its scope, until the backend closes. */
    void retain(Storage a);

    Storage unary(UnaryOp op, Storage a);

    /** {@code op} of two storages, each broadcast to {@code out} by NumPy's rule. */
    Storage binary(BinaryOp op, Storage a, Storage b, Shape out);

    /** a · scale + shift. */
    Storage affine(Storage a, float scale, float shift);

    /** {@code a} where {@code mask} is not 0, else {@code b}; the three have one shape. */
    Storage where(Storage mask, Storage a, Storage b);

    /** The product of two matrices, each transposed first if asked: [m, k] · [k, n] → [m, n]. */
    Storage matmul(Storage a, boolean transposeA, Storage b, boolean transposeB);

    /** Reduces {@code axis}; with {@code keep} it stays with extent 1. */
    Storage reduce(ReduceOp op, Storage a, int axis, boolean keep);

    Storage broadcastTo(Storage a, Shape shape);

    /** The same elements in another shape of the same size. May share memory with {@code a}. */
    Storage reshape(Storage a, Shape shape);

    /** Reorders axes: axis i of the result is axis {@code axes[i]} of {@code a}. */
    Storage permute(Storage a, int[] axes);

    /** Elements {@code from} (inclusive) to {@code to} (exclusive) of {@code axis}. */
    Storage slice(Storage a, int axis, int from, int to);

    /** Joins at least one storage along {@code axis}. */
    Storage concat(Storage[] parts, int axis);

    /** Row i of the result is row {@code rows[i]} of {@code a}; a row is all behind the first axis. */
    Storage gatherRows(Storage a, int[] rows);

    /** Zeros with {@code rowCount} rows, to whose row {@code rows[i]} row i of {@code a} is added, for ascending i. */
    Storage scatterAddRows(Storage a, int[] rows, int rowCount);

    /** y ← y + k · x. */
    void axpyInPlace(float k, Storage x, Storage y);

    /** y ← (1 − weight) y + weight x, of two storages: a running mean. */
    default void lerpInPlace(double weight, Storage x, Storage y) {
        axpyInPlace((float) -weight, y, y);
        axpyInPlace((float) weight, x, y);
    }

    /** y ← x. */
    void assignInPlace(Storage x, Storage y);

    /** Frees everything. Idempotent. Another thread may call it, once the backend's own no longer uses it. */
    @Override
    void close();

    /** x · w + b, with x [n, i], w [i, o], b [o] → [n, o]. */
    default Storage linear(Storage x, Storage w, Storage b) {
        Storage product = matmul(x, false, w, false);
        return binary(BinaryOp.ADD, product, b, product.shape());
    }

    /** The product of each two of two batches of matrices, transposed first if asked: [b, m, k] · [b, k, n] → [b, m, n]. */
    default Storage batchMatmul(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        int m = a.shape().extent(transposeA ? 2 : 1);
        int n = b.shape().extent(transposeB ? 1 : 2);
        Storage[] products = new Storage[a.shape().extent(0)];
        for (int i = 0; i < products.length; i++) {
            Storage product = matmul(matrix(a, i), transposeA, matrix(b, i), transposeB);
            products[i] = reshape(product, Shape.of(1, m, n));
        }
        return products.length == 0 ? copyOf(new float[0], Shape.of(0, m, n)) : concat(products, 0);
    }

    private Storage matrix(Storage batch, int i) {
        Shape shape = batch.shape();
        return reshape(slice(batch, 0, i, i + 1), Shape.of(shape.extent(1), shape.extent(2)));
    }

    /** x − max x − log Σ exp(x − max x) along the last axis: never the logarithm of a rounded softmax. */
    default Storage logSoftmax(Storage a) {
        Shape shape = a.shape();
        int last = shape.rank() - 1;
        Storage centred = binary(BinaryOp.SUB, a, reduce(ReduceOp.MAX, a, last, true), shape);
        Storage total = reduce(ReduceOp.SUM, unary(UnaryOp.EXP, centred), last, true);
        return binary(BinaryOp.SUB, centred, unary(UnaryOp.LOG, total), shape);
    }

    /**
     * One step of Adam on the weights {@code w} with the gradient {@code g}; {@code m} and {@code v} are the moments,
     * updated in place.
     */
    default void adamInPlace(Storage w, Storage g, Storage m, Storage v, AdamStep s) {
        lerpInPlace(1 - s.beta1(), g, m);
        lerpInPlace(1 - s.beta2(), unary(UnaryOp.SQUARE, g), v);
        if (s.weightDecay() != 0) {
            axpyInPlace((float) (-s.learningRate() * s.weightDecay()), w, w);
        }
        Storage root = unary(UnaryOp.SQRT, affine(v, (float) (1 / s.correction2()), 0));
        Storage step = binary(BinaryOp.DIV, m, affine(root, 1, (float) s.epsilon()), m.shape());
        axpyInPlace((float) (-s.learningRate() / s.correction1()), step, w);
    }

    /** Σ a², accumulated in double in row-major order. */
    default double sumOfSquares(Storage a) {
        double sum = 0;
        for (float x : toFloats(a)) {
            sum += (double) x * x;
        }
        return sum;
    }
}
