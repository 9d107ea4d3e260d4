package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.ABSOLUTE;
import static org.ascentrl.tck.Accuracy.SUM;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.tensor.Shape;
import org.ascentrl.testing.Input;

/** Matrix products and what networks make of them. */
final class ProductCalls {

    /** A product [m, k] · [k, n]. */
    record Size(int m, int k, int n) {}

    /** Nothing, single rows, few outputs, whole blocks, and tails behind them. */
    static final List<Size> SIZES = List.of(
            new Size(1, 1, 1),
            new Size(1, 3, 1),
            new Size(3, 1, 2),
            new Size(2, 3, 4),
            new Size(4, 2, 3),
            new Size(1, 4, 64),
            new Size(1, 64, 64),
            new Size(1, 64, 2),
            new Size(1, 17, 4),
            new Size(5, 64, 1),
            new Size(5, 64, 2),
            new Size(7, 33, 4),
            new Size(17, 5, 8),
            new Size(64, 4, 16),
            new Size(33, 65, 31),
            new Size(66, 257, 67),
            new Size(3, 0, 2),
            new Size(1, 0, 1),
            new Size(0, 3, 2),
            new Size(3, 2, 0),
            new Size(0, 0, 0));

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private ProductCalls() {}

    static List<PrimitiveCall> matmul() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (Size size : SIZES) {
            for (boolean transposeA : new boolean[] {false, true}) {
                for (boolean transposeB : new boolean[] {false, true}) {
                    calls.add(PrimitiveCall.of(
                            "matmul" + (transposeA ? "ᵀ" : "") + (transposeB ? " ᵀ" : ""),
                            SUM,
                            (backend, x) -> backend.matmul(x[0], transposeA, x[1], transposeB),
                            transposeA ? Shape.of(size.k, size.m) : Shape.of(size.m, size.k),
                            transposeB ? Shape.of(size.n, size.k) : Shape.of(size.k, size.n)));
                }
            }
        }
        calls.add(PrimitiveCall.of(
                "matmul with itself", SUM, (backend, x) -> backend.matmul(x[0], false, x[0], true), Shape.of(5, 9)));
        calls.add(PrimitiveCall.of(
                "matmul of special values",
                SUM,
                (backend, x) -> backend.matmul(x[0], false, x[1], false),
                new Input(Shape.of(2, 2), new float[] {0, 1, 0, 0}),
                new Input(Shape.of(2, 5), new float[] {1, Float.NaN, INFINITY, 0, 0, 2, 3, 4, -INFINITY, Float.NaN})));
        return calls;
    }

    static List<PrimitiveCall> batchMatmul() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (Size size : SIZES.subList(3, SIZES.size())) {
            for (boolean transposeA : new boolean[] {false, true}) {
                for (boolean transposeB : new boolean[] {false, true}) {
                    for (int batch = 0; batch < 4; batch += batch + 1) {
                        calls.add(PrimitiveCall.of(
                                "batchMatmul" + (transposeA ? "ᵀ" : "") + (transposeB ? " ᵀ" : ""),
                                SUM,
                                (backend, x) -> backend.batchMatmul(x[0], transposeA, x[1], transposeB),
                                transposeA ? Shape.of(batch, size.k, size.m) : Shape.of(batch, size.m, size.k),
                                transposeB ? Shape.of(batch, size.n, size.k) : Shape.of(batch, size.k, size.n)));
                    }
                }
            }
        }
        return calls;
    }

    static List<PrimitiveCall> linear() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (Size size : SIZES) {
            calls.add(PrimitiveCall.of(
                    "linear",
                    SUM,
                    (backend, x) -> backend.linear(x[0], x[1], x[2]),
                    Shape.of(size.m, size.k),
                    Shape.of(size.k, size.n),
                    Shape.of(size.n)));
        }
        return calls;
    }

    static List<PrimitiveCall> logSoftmax() {
        PrimitiveCall.Function logSoftmax = (backend, x) -> backend.logSoftmax(x[0]);
        List<PrimitiveCall> calls = new ArrayList<>();
        for (Shape shape : PrimitiveCalls.SHAPES) {
            if (shape.rank() > 0 && shape.extent(-1) > 0) {
                calls.add(PrimitiveCall.of("logSoftmax", ABSOLUTE, logSoftmax, shape));
            }
        }
        float[] rows = {
            1e4f,
            -1e4f,
            0, //
            1e4f,
            1e4f,
            1e4f, //
            -1e4f,
            -1e4f,
            -1e4f, //
            1e4f,
            9999,
            9990, //
            0,
            -0f,
            Float.MIN_VALUE, //
            -INFINITY,
            0,
            1, //
            -INFINITY,
            -INFINITY,
            5, //
            Float.NaN,
            0,
            1, //
        };
        calls.add(PrimitiveCall.of(
                "logSoftmax of special values", ABSOLUTE, logSoftmax, new Input(Shape.of(rows.length / 3, 3), rows)));
        return calls;
    }
}
