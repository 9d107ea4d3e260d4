package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.ABSOLUTE;
import static org.ascentrl.tck.Accuracy.BITS;
import static org.ascentrl.tck.Accuracy.EQUAL;
import static org.ascentrl.tck.Accuracy.RELATIVE;
import static org.ascentrl.tck.PrimitiveCalls.SHAPES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.ascentrl.testing.Input;

/** Calls that work element by element, some of them in place. */
final class ElementCalls {

    /** Two operands and their common shape by NumPy's rule. */
    private static final List<List<Shape>> BROADCASTS = List.of(
            List.of(Shape.of(), Shape.of(3), Shape.of(3)),
            List.of(Shape.of(3), Shape.of(), Shape.of(3)),
            List.of(Shape.of(1), Shape.of(67), Shape.of(67)),
            List.of(Shape.of(67), Shape.of(1), Shape.of(67)),
            List.of(Shape.of(1), Shape.of(), Shape.of(1)),
            List.of(Shape.of(5, 37), Shape.of(37), Shape.of(5, 37)),
            List.of(Shape.of(37), Shape.of(5, 37), Shape.of(5, 37)),
            List.of(Shape.of(5, 37), Shape.of(5, 1), Shape.of(5, 37)),
            List.of(Shape.of(5, 1), Shape.of(5, 37), Shape.of(5, 37)),
            List.of(Shape.of(5, 1), Shape.of(37), Shape.of(5, 37)),
            List.of(Shape.of(5, 1), Shape.of(1, 37), Shape.of(5, 37)),
            List.of(Shape.of(5, 37), Shape.of(1, 37), Shape.of(5, 37)),
            List.of(Shape.of(1, 4), Shape.of(3, 1), Shape.of(3, 4)),
            List.of(Shape.of(3001), Shape.of(), Shape.of(3001)),
            List.of(Shape.of(70, 37), Shape.of(37), Shape.of(70, 37)),
            List.of(Shape.of(70, 1), Shape.of(70, 37), Shape.of(70, 37)),
            List.of(Shape.of(9, 1, 17), Shape.of(9, 17, 1), Shape.of(9, 17, 17)),
            List.of(Shape.of(3, 1), Shape.of(3, 1500), Shape.of(3, 1500)),
            List.of(Shape.of(), Shape.of(2, 3), Shape.of(2, 3)),
            List.of(Shape.of(1, 1), Shape.of(3), Shape.of(1, 3)),
            List.of(Shape.of(4, 4), Shape.of(4), Shape.of(4, 4)),
            List.of(Shape.of(4, 1), Shape.of(4, 4), Shape.of(4, 4)),
            List.of(Shape.of(2, 3, 4), Shape.of(3, 1), Shape.of(2, 3, 4)),
            List.of(Shape.of(2, 3, 4), Shape.of(2, 1, 1), Shape.of(2, 3, 4)),
            List.of(Shape.of(2, 1, 4), Shape.of(2, 3, 4), Shape.of(2, 3, 4)),
            List.of(Shape.of(4), Shape.of(2, 3, 4), Shape.of(2, 3, 4)),
            List.of(Shape.of(4, 1, 3), Shape.of(2, 1), Shape.of(4, 2, 3)),
            List.of(Shape.of(1, 2, 1), Shape.of(3, 1, 4), Shape.of(3, 2, 4)),
            List.of(Shape.of(2, 1, 2, 1), Shape.of(3, 1, 5), Shape.of(2, 3, 2, 5)),
            List.of(Shape.of(0, 3), Shape.of(3), Shape.of(0, 3)),
            List.of(Shape.of(1), Shape.of(0), Shape.of(0)),
            List.of(Shape.of(2, 0), Shape.of(1, 1), Shape.of(2, 0)));

    /** NaN stands last. */
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        1e4f,
        -1e4f,
        88f,
        -88f,
        1e-30f,
        -1e-30f,
        1e-40f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private ElementCalls() {}

    static List<PrimitiveCall> unary() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            boolean positive = op == UnaryOp.SQRT || op == UnaryOp.LOG;
            for (Shape shape : SHAPES) {
                calls.add(unary(op, "", positive ? Input.positive(0, shape) : Input.random(0, shape)));
            }
            calls.add(unary(op, " over its range", positive ? Input.of(powersOfTwo()) : Input.of(range())));
        }
        return calls;
    }

    /** Several times over, so that each value meets each lane of a SIMD register, and the tail. */
    static List<PrimitiveCall> unarySpecials() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            float[] values = op == UnaryOp.SIGN ? Arrays.copyOf(SPECIAL, SPECIAL.length - 1) : SPECIAL;
            calls.add(unary(op, " of special values", Input.of(repeated(values, 17))));
        }
        return calls;
    }

    static List<PrimitiveCall> binary() {
        List<PrimitiveCall> calls = new ArrayList<>();
        for (BinaryOp op : BinaryOp.values()) {
            for (Shape shape : SHAPES) {
                calls.add(binary(op, "", Input.random(0, shape), Input.random(1, shape), shape));
            }
            for (List<Shape> b : BROADCASTS) {
                calls.add(binary(op, "", Input.random(0, b.get(0)), Input.random(1, b.get(1)), b.get(2)));
            }
            PrimitiveCall.Function withItself = (backend, x) -> backend.binary(op, x[0], x[0], x[0].shape());
            calls.add(PrimitiveCall.of(name(op) + " with itself", accuracy(op), withItself, Shape.of(3, 4)));
        }
        return calls;
    }

    /** Every special value with every other. */
    static List<PrimitiveCall> binarySpecials() {
        int count = SPECIAL.length;
        float[] left = new float[count * count];
        for (int i = 0; i < left.length; i++) {
            left[i] = SPECIAL[i / count];
        }
        Input a = Input.of(left);
        Input b = Input.of(repeated(SPECIAL, count));
        Input column = new Input(Shape.of(count, 1), SPECIAL);
        Input row = new Input(Shape.of(count), SPECIAL);
        List<PrimitiveCall> calls = new ArrayList<>();
        for (BinaryOp op : BinaryOp.values()) {
            calls.add(binary(op, " of special values", a, b, a.shape()));
            calls.add(binary(op, " of special values", column, row, Shape.of(count, count)));
        }
        return calls;
    }

    static List<PrimitiveCall> affineAndWhere() {
        List<PrimitiveCall> calls = new ArrayList<>();
        PrimitiveCall.Function where = (backend, x) -> backend.where(x[0], x[1], x[2]);
        for (Shape shape : SHAPES) {
            calls.add(affine(1, 0, Input.random(0, shape)));
            calls.add(affine(-2.5f, 0.75f, Input.random(0, shape)));
            calls.add(PrimitiveCall.of(
                    "where", BITS, where, mask(shape), Input.random(1, shape), Input.random(2, shape)));
        }
        calls.add(affine(0, 3, Input.of(SPECIAL)));
        calls.add(affine(-2, 1, Input.of(SPECIAL)));
        Input masks = Input.of(repeated(SPECIAL, 5));
        Input numbers = Input.random(0, masks.shape());
        Input specials = Input.of(repeated(reversed(SPECIAL), 5));
        calls.add(PrimitiveCall.of("where with special values", BITS, where, masks, numbers, specials));
        calls.add(PrimitiveCall.of("where with special values", BITS, where, masks, specials, numbers));
        return calls;
    }

    static List<PrimitiveCall> inPlace() {
        List<PrimitiveCall> calls = new ArrayList<>();
        PrimitiveCall.Function axpy = (backend, x) -> {
            Storage y = copy(backend, x[1]);
            backend.axpyInPlace(-0.75f, x[0], y);
            return y;
        };
        PrimitiveCall.Function axpyToItself = (backend, x) -> {
            Storage y = copy(backend, x[0]);
            backend.axpyInPlace(-0.25f, y, y);
            return y;
        };
        PrimitiveCall.Function lerp = (backend, x) -> {
            Storage y = copy(backend, x[1]);
            backend.lerpInPlace(0.3, x[0], y);
            return y;
        };
        PrimitiveCall.Function assign = (backend, x) -> {
            Storage y = copy(backend, x[1]);
            backend.assignInPlace(x[0], y);
            return y;
        };
        for (Shape shape : SHAPES) {
            calls.add(PrimitiveCall.of("axpyInPlace", ABSOLUTE, axpy, shape, shape));
            calls.add(PrimitiveCall.of("axpyInPlace to itself", ABSOLUTE, axpyToItself, shape));
            calls.add(PrimitiveCall.of("lerpInPlace", ABSOLUTE, lerp, shape, shape));
            calls.add(PrimitiveCall.of("assignInPlace", BITS, assign, shape, shape));
        }
        Input specials = Input.of(SPECIAL);
        calls.add(PrimitiveCall.of("assignInPlace", BITS, assign, specials, Input.random(0, specials.shape())));
        return calls;
    }

    static List<PrimitiveCall> adam() {
        List<PrimitiveCall> calls = new ArrayList<>();
        AdamStep plain = new AdamStep(0.01, 0.9, 0.999, 1e-8, 0, 1);
        AdamStep decayed = new AdamStep(0.01, 0.8, 0.99, 1e-5, 0.1, 3);
        for (Shape shape : SHAPES) {
            calls.add(PrimitiveCall.of("adamInPlace", ABSOLUTE, adam(plain), shape, shape, shape, shape));
            calls.add(PrimitiveCall.of("adamInPlace decayed", ABSOLUTE, adam(decayed), shape, shape, shape, shape));
        }
        return calls;
    }

    /** One step; the result is the weights and both moments, joined. */
    private static PrimitiveCall.Function adam(AdamStep step) {
        return (backend, x) -> {
            Storage w = copy(backend, x[0]);
            Storage m = copy(backend, x[2]);
            Storage v = backend.unary(UnaryOp.SQUARE, x[3]);
            backend.adamInPlace(w, x[1], m, v, step);
            Shape flat = Shape.of(w.shape().size());
            Storage[] parts = {backend.reshape(w, flat), backend.reshape(m, flat), backend.reshape(v, flat)};
            return backend.concat(parts, 0);
        };
    }

    private static PrimitiveCall unary(UnaryOp op, String what, Input input) {
        return PrimitiveCall.of(name(op) + what, accuracy(op), (backend, x) -> backend.unary(op, x[0]), input);
    }

    private static PrimitiveCall binary(BinaryOp op, String what, Input a, Input b, Shape out) {
        return PrimitiveCall.of(
                name(op) + what, accuracy(op), (backend, x) -> backend.binary(op, x[0], x[1], out), a, b);
    }

    private static PrimitiveCall affine(float scale, float shift, Input input) {
        return PrimitiveCall.of(
                "affine " + scale + " " + shift, ABSOLUTE, (backend, x) -> backend.affine(x[0], scale, shift), input);
    }

    private static Accuracy accuracy(UnaryOp op) {
        return switch (op) {
            case NEG, ABS, SIGN, RELU -> EQUAL;
            case SQUARE, SQRT, RECIPROCAL, EXP -> RELATIVE;
            case LOG, TANH, SIGMOID, SOFTPLUS -> ABSOLUTE;
        };
    }

    private static Accuracy accuracy(BinaryOp op) {
        return switch (op) {
            case ADD, SUB, MUL, DIV -> RELATIVE;
            case MAXIMUM, MINIMUM, GREATER, GREATER_EQUAL, EQUAL -> EQUAL;
        };
    }

    private static Storage copy(TensorBackend backend, Storage a) {
        return backend.copyOf(backend.toFloats(a), a.shape());
    }

    private static String name(Enum<?> op) {
        return op.name().toLowerCase(Locale.ROOT);
    }

    private static Input mask(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 - 1;
        }
        return new Input(shape, values);
    }

    private static float[] range() {
        float[] values = new float[2003];
        for (int i = 0; i < values.length; i++) {
            values[i] = -100 + 200f * i / (values.length - 1);
        }
        return values;
    }

    private static float[] powersOfTwo() {
        float[] values = new float[250];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(1.1f, i - 125);
        }
        return values;
    }

    private static float[] repeated(float[] values, int times) {
        float[] result = new float[values.length * times];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i % values.length];
        }
        return result;
    }

    private static float[] reversed(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[values.length - 1 - i];
        }
        return result;
    }
}
