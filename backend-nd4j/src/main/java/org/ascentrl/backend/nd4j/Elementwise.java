package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Functions of one and of two elements. Those of one are ND4J's native ones, called without an {@code INDArray}: one that is
 * shorter than its memory holds native memory of its own, which only the garbage collector frees. For those of two, a
 * call of ND4J costs as much as a loop in Java over 30,000 elements, and does not always follow IEEE 754.
 */
final class Elementwise {

    private static final NativeOps NATIVE = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private static final int NEGATIVE = new Negative().opNum();
    private static final int ABS = new Abs().opNum();
    private static final int SIGN = new Sign().opNum();
    private static final int SQUARE = new Square().opNum();
    private static final int SQRT = new Sqrt().opNum();
    private static final int RECIPROCAL = new Reciprocal().opNum();
    private static final int EXP = new Exp().opNum();
    private static final int LOG = new Log().opNum();
    private static final int TANH = new Tanh().opNum();
    private static final int SIGMOID = new Sigmoid().opNum();

    private Elementwise() {}

    /** out ← op(a), not empty */
    static void apply(UnaryOp op, Nd4jStorage a, Nd4jStorage out) {
        switch (op) {
            case NEG -> same(NEGATIVE, a, out);
            case ABS -> same(ABS, a, out);
            case SIGN -> same(SIGN, a, out);
            case SQUARE -> same(SQUARE, a, out);
            case RECIPROCAL -> same(RECIPROCAL, a, out);
            case SQRT -> real(SQRT, a, out);
            case EXP -> strict(EXP, a, out);
            case LOG -> strict(LOG, a, out);
            case TANH -> strict(TANH, a, out);
            case SIGMOID -> strict(SIGMOID, a, out);
            case SOFTPLUS -> softplus(a.floats(), out.floats(), out.size());
            case RELU -> relu(a.floats(), out.floats(), out.size());
        }
    }

    private static void same(int op, Nd4jStorage a, Nd4jStorage out) {
        LongPointer shape = shape(out);
        NATIVE.execTransformSame(
                null, op, a.block().opaque(), shape, null, out.block().opaque(), shape, null, null);
        check();
    }

    private static void strict(int op, Nd4jStorage a, Nd4jStorage out) {
        LongPointer shape = shape(out);
        NATIVE.execTransformStrict(
                null, op, a.block().opaque(), shape, null, out.block().opaque(), shape, null, null);
        check();
    }

    private static void real(int op, Nd4jStorage a, Nd4jStorage out) {
        LongPointer shape = shape(out);
        NATIVE.execTransformFloat(
                null, op, a.block().opaque(), shape, null, out.block().opaque(), shape, null, null);
        check();
    }

    /** Of a vector; ND4J keeps one for each length. */
    private static LongPointer shape(Nd4jStorage storage) {
        return (LongPointer) Nd4j.getShapeInfoProvider()
                .createShapeInformation(new long[] {storage.size()}, 'c', DataType.FLOAT)
                .getFirst()
                .addressPointer();
    }

    private static void check() {
        if (NATIVE.lastErrorCode() != 0) {
            throw new IllegalStateException("ND4J: " + NATIVE.lastErrorMessage());
        }
    }

    private static void relu(FloatBuffer x, FloatBuffer out, int n) {
        for (int i = 0; i < n; i++) {
            out.put(i, Math.max(x.get(i), 0));
        }
    }

    /** ND4J's overflows for large numbers. */
    private static void softplus(FloatBuffer x, FloatBuffer out, int n) {
        for (int i = 0; i < n; i++) {
            float value = x.get(i);
            out.put(i, (float) (Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)))));
        }
    }

    /** out ← op(x, y), the n elements of one shape */
    static void apply(BinaryOp op, FloatBuffer x, FloatBuffer y, FloatBuffer out, int n) {
        switch (op) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) + y.get(i));
                }
            }
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) - y.get(i));
                }
            }
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) * y.get(i));
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) / y.get(i));
                }
            }
            case MAXIMUM -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, Math.max(x.get(i), y.get(i)));
                }
            }
            case MINIMUM -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, Math.min(x.get(i), y.get(i)));
                }
            }
            case GREATER -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) > y.get(i) ? 1 : 0);
                }
            }
            case GREATER_EQUAL -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) >= y.get(i) ? 1 : 0);
                }
            }
            case EQUAL -> {
                for (int i = 0; i < n; i++) {
                    out.put(i, x.get(i) == y.get(i) ? 1 : 0);
                }
            }
        }
    }

    /** out ← x · scale + shift */
    static void affine(FloatBuffer x, float scale, float shift, FloatBuffer out, int n) {
        for (int i = 0; i < n; i++) {
            out.put(i, x.get(i) * scale + shift);
        }
    }

    /** out ← x where mask is not 0, else y */
    static void where(FloatBuffer mask, FloatBuffer x, FloatBuffer y, FloatBuffer out, int n) {
        for (int i = 0; i < n; i++) {
            out.put(i, mask.get(i) != 0 ? x.get(i) : y.get(i));
        }
    }
}
