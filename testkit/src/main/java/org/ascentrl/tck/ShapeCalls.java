package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.BITS;
import static org.ascentrl.tck.Accuracy.EQUAL;
import static org.ascentrl.tck.Accuracy.SUM;
import static org.ascentrl.tck.PrimitiveCalls.SHAPES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.testing.Input;

/** Calls whose result has another shape: reductions, and those that move elements. */
final class ShapeCalls {

    private static final Shape SCALAR = Shape.of();
    private static final Shape VECTOR = Shape.of(67);
    private static final Shape MATRIX = Shape.of(5, 37);
    private static final Shape CUBE = Shape.of(2, 3, 4);
    private static final Shape NOTHING = Shape.of(2, 0, 3);

    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private ShapeCalls() {}

    static List<PrimitiveCall> reduce() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (Shape shape : SHAPES) {
            addReductions(calls, Input.random(0, shape));
        }
        addReductions(calls, Input.random(0, Shape.of(65_537)));
        addReductions(calls, Input.random(0, Shape.of(130, 70)));
        float[] specials = {
            NAN, 1, 2, 3, //
            1, 2, NAN, 3, //
            1, 2, 3, NAN, //
            -INFINITY, 1, 2, 3, //
            1, 2, 3, INFINITY, //
            -INFINITY, -INFINITY, -INFINITY, -INFINITY, //
            NAN, INFINITY, -INFINITY, 0, //
            INFINITY, 0, 0, -INFINITY, //
        };
        addReductions(calls, new Input(Shape.of(8, 4), specials));
        addReductions(calls, new Input(Shape.of(2, 2, 8), specials));
        return calls;
    }

    static List<PrimitiveCall> moves() {
        List<PrimitiveCall> calls = new ArrayList<>();
        calls.add(broadcast(SCALAR, CUBE));
        calls.add(broadcast(SCALAR, Shape.of(1)));
        calls.add(broadcast(VECTOR, VECTOR));
        calls.add(broadcast(Shape.of(37), MATRIX));
        calls.add(broadcast(Shape.of(5, 1), MATRIX));
        calls.add(broadcast(Shape.of(3, 1), CUBE));
        calls.add(broadcast(Shape.of(2, 1, 4), CUBE));
        calls.add(broadcast(Shape.of(1, 3, 1), Shape.of(2, 2, 3, 5)));
        calls.add(broadcast(Shape.of(1), Shape.of(0)));
        calls.add(broadcast(Shape.of(2, 1, 3), NOTHING));

        calls.add(permute(SCALAR));
        calls.add(permute(VECTOR, 0));
        calls.add(permute(MATRIX, 0, 1));
        calls.add(permute(MATRIX, 1, 0));
        calls.add(permute(Shape.of(1, 4), 1, 0));
        calls.add(permute(Shape.of(64, 33), 1, 0));
        for (int[] axes : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            calls.add(permute(CUBE, axes));
        }
        calls.add(permute(NOTHING, 1, 2, 0));
        calls.add(permute(Shape.of(2, 3, 1, 4), 3, 0, 2, 1));

        for (Shape shape : List.of(Shape.of(5), MATRIX, CUBE, NOTHING)) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                int extent = shape.extent(axis);
                calls.add(slice(shape, axis, 0, extent));
                calls.add(slice(shape, axis, 0, extent / 2));
                calls.add(slice(shape, axis, extent / 2, extent));
                calls.add(slice(shape, axis, extent / 3, extent - extent / 3));
                calls.add(slice(shape, axis, extent, extent));
            }
        }

        calls.add(concat(0, VECTOR));
        calls.add(concat(0, VECTOR, Shape.of(0), Shape.of(3)));
        calls.add(concat(0, MATRIX, Shape.of(1, 37)));
        calls.add(concat(1, MATRIX, Shape.of(5, 1), Shape.of(5, 0), MATRIX));
        calls.add(concat(1, CUBE, Shape.of(2, 1, 4)));
        calls.add(concat(2, CUBE, CUBE));
        calls.add(concat(1, NOTHING, Shape.of(2, 2, 3)));
        calls.add(PrimitiveCall.of(
                "concat with itself", BITS, (backend, x) -> backend.concat(new Storage[] {x[0], x[0]}, 1), MATRIX));
        return calls;
    }

    /** The only calls whose results may share memory with their inputs. */
    static List<PrimitiveCall> reshapes() {
        return List.of(
                reshape(SCALAR, Shape.of(1, 1)),
                reshape(Shape.of(1), SCALAR),
                reshape(MATRIX, Shape.of(37, 5)),
                reshape(CUBE, Shape.of(24)),
                reshape(Shape.of(24), CUBE),
                reshape(NOTHING, Shape.of(0)));
    }

    static List<PrimitiveCall> rows() {
        List<PrimitiveCall> calls = new ArrayList<>();
        calls.add(gather(VECTOR, 66, 0, 1, 1, 30));
        calls.add(gather(MATRIX, 0, 1, 2, 3, 4));
        calls.add(gather(MATRIX, 4, 4, 0));
        calls.add(gather(MATRIX));
        calls.add(gather(CUBE, 1, 0, 1));
        calls.add(gather(Shape.of(3, 0), 2, 0));

        calls.add(scatter(Shape.of(4), 6, 5, 0, 5, 5));
        calls.add(scatter(MATRIX, 5, 0, 1, 2, 3, 4));
        calls.add(scatter(MATRIX, 3, 2, 0, 2, 2, 0));
        calls.add(scatter(Shape.of(0, 3), 2));
        calls.add(scatter(CUBE, 4, 3, 3));
        calls.add(scatter(Shape.of(2, 0), 3, 1, 1));
        return calls;
    }

    private static void addReductions(List<PrimitiveCall> calls, Input input) {
        for (ReduceOp op : ReduceOp.values()) {
            for (int i = 0; i < input.shape().rank(); i++) {
                int axis = i;
                for (boolean keep : new boolean[] {false, true}) {
                    calls.add(PrimitiveCall.of(
                            op.name().toLowerCase(Locale.ROOT) + " axis " + axis + (keep ? " kept" : ""),
                            op == ReduceOp.SUM ? SUM : EQUAL,
                            (backend, x) -> backend.reduce(op, x[0], axis, keep),
                            input));
                }
            }
        }
    }

    private static PrimitiveCall broadcast(Shape from, Shape to) {
        return PrimitiveCall.of("broadcastTo " + to, BITS, (backend, x) -> backend.broadcastTo(x[0], to), from);
    }

    private static PrimitiveCall reshape(Shape from, Shape to) {
        return PrimitiveCall.of("reshape " + to, BITS, (backend, x) -> backend.reshape(x[0], to), from);
    }

    private static PrimitiveCall permute(Shape from, int... axes) {
        return PrimitiveCall.of(
                "permute " + Arrays.toString(axes), BITS, (backend, x) -> backend.permute(x[0], axes), from);
    }

    private static PrimitiveCall slice(Shape from, int axis, int start, int end) {
        return PrimitiveCall.of(
                "slice axis " + axis + " from " + start + " to " + end,
                BITS,
                (backend, x) -> backend.slice(x[0], axis, start, end),
                from);
    }

    private static PrimitiveCall concat(int axis, Shape... parts) {
        return PrimitiveCall.of("concat axis " + axis, BITS, (backend, x) -> backend.concat(x, axis), parts);
    }

    private static PrimitiveCall gather(Shape from, int... rows) {
        return PrimitiveCall.of(
                "gatherRows " + Arrays.toString(rows), BITS, (backend, x) -> backend.gatherRows(x[0], rows), from);
    }

    private static PrimitiveCall scatter(Shape from, int rowCount, int... rows) {
        return PrimitiveCall.of(
                "scatterAddRows " + Arrays.toString(rows) + " of " + rowCount,
                SUM,
                (backend, x) -> backend.scatterAddRows(x[0], rows, rowCount),
                from);
    }
}
