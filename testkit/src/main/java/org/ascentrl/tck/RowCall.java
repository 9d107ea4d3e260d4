package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.BITS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.tck.ProductCalls.Size;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.ascentrl.testing.Input;

/**
 * A function of the rows of a matrix: what it makes of one row alone has to be, bit for bit, what it makes of that row
 * among others.
 *
 * @param name the operation
 * @param rows the matrix
 * @param function from rows to as many rows
 */
record RowCall(String name, Input rows, Function function) {

    @FunctionalInterface
    interface Function {
        Storage on(TensorBackend backend, Storage rows);
    }

    /** Products with every right operand, and what networks are made of besides. */
    static List<RowCall> all() {
        List<RowCall> calls = new ArrayList<>();
        for (Size size : ProductCalls.SIZES) {
            if (size.m() > 1) {
                addProducts(calls, Input.random(0, Shape.of(size.m(), size.k())), size.k(), size.n());
            }
        }
        for (Shape shape : List.of(Shape.of(17, 1), Shape.of(5, 3), Shape.of(9, 64), Shape.of(3, 67))) {
            Input rows = Input.random(0, shape);
            for (UnaryOp op : UnaryOp.values()) {
                calls.add(new RowCall(op.name(), rows, (backend, x) -> backend.unary(op, x)));
            }
            for (ReduceOp op : ReduceOp.values()) {
                calls.add(new RowCall(op.name(), rows, (backend, x) -> backend.reduce(op, x, 1, true)));
            }
            calls.add(new RowCall("logSoftmax", rows, TensorBackend::logSoftmax));
        }
        return calls;
    }

    private static void addProducts(List<RowCall> calls, Input rows, int k, int n) {
        Input w = Input.random(1, Shape.of(k, n));
        Input wT = Input.random(1, Shape.of(n, k));
        Input b = Input.random(2, Shape.of(n));
        calls.add(new RowCall("matmul " + w, rows, (backend, x) -> backend.matmul(x, false, of(backend, w), false)));
        calls.add(new RowCall(
                "matmul " + wT + "ᵀ", rows, (backend, x) -> backend.matmul(x, false, of(backend, wT), true)));
        calls.add(new RowCall("matmulᵀ " + w, rows, (backend, x) -> {
            Storage columns = backend.permute(x, new int[] {1, 0});
            return backend.matmul(columns, true, of(backend, w), false);
        }));
        calls.add(new RowCall("linear " + w, rows, (backend, x) -> backend.linear(x, of(backend, w), of(backend, b))));
    }

    void check(TensorBackend backend) {
        int count = rows.shape().extent(0);
        float[] together = backend.toFloats(function.on(backend, of(backend, rows)));
        int width = count == 0 ? 0 : together.length / count;
        for (int i = 0; i < count; i++) {
            Storage row = backend.slice(of(backend, rows), 0, i, i + 1);
            float[] alone = backend.toFloats(function.on(backend, row));
            BITS.check("T21 " + this + ", row " + i, alone, Arrays.copyOfRange(together, i * width, (i + 1) * width));
        }
    }

    private static Storage of(TensorBackend backend, Input input) {
        return backend.copyOf(input.values(), input.shape());
    }

    @Override
    public String toString() {
        return name + " of the rows of " + rows;
    }
}
