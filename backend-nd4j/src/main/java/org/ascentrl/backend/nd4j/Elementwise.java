package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
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

/**
 * Functions of one and of two elements. Those of one are ND4J's; for those of two, a call of ND4J costs as much as a
 * loop in Java over 30,000 elements of native memory, and does not always follow IEEE 754.
 */
final class Elementwise {

    private Elementwise() {}

    /** out ← op(a) */
    static void apply(UnaryOp op, Nd4jStorage a, Nd4jStorage out) {
        if (op == UnaryOp.SOFTPLUS) {
            softplus(a.floats(), out.floats(), out.size());
            return;
        }
        INDArray x = a.vector();
        INDArray z = out.vector();
        OpExecutioner executioner = Nd4j.getExecutioner();
        switch (op) {
            case NEG -> executioner.exec(new Negative(x, z));
            case ABS -> executioner.exec(new Abs(x, z));
            case SIGN -> executioner.exec(new Sign(x, z));
            case SQUARE -> executioner.exec(new Square(x, z));
            case SQRT -> executioner.exec(new Sqrt(x, z));
            case RECIPROCAL -> executioner.exec(new Reciprocal(x, z));
            case EXP -> executioner.exec(new Exp(x, z));
            case LOG -> executioner.exec(new Log(x, z));
            case TANH -> executioner.exec(new Tanh(x, z));
            case SIGMOID -> executioner.exec(new Sigmoid(x, z));
            case RELU -> executioner.exec(new RectifiedLinear(x, z));
            default -> throw new IllegalArgumentException(op + " is none of ND4J's");
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
