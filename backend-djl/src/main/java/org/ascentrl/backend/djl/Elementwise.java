package org.ascentrl.backend.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.UnaryOp;

/** PyTorch's names for functions of one and of two elements; it broadcasts as NumPy does. */
final class Elementwise {

    private Elementwise() {}

    static PtNDArray of(UnaryOp op, PtNDArray x, Arena arena) {
        return switch (op) {
            case NEG -> JniUtils.neg(x);
            case ABS -> JniUtils.abs(x);
            case SIGN -> JniUtils.sign(x);
            case SQUARE -> JniUtils.square(x);
            case SQRT -> JniUtils.sqrt(x);
            case RECIPROCAL -> reciprocal(x, arena);
            case EXP -> JniUtils.exp(x);
            case LOG -> JniUtils.log(x);
            case TANH -> JniUtils.tanh(x);
            case SIGMOID -> JniUtils.sigmoid(x);
            case SOFTPLUS -> JniUtils.softPlus(x);
            case RELU -> JniUtils.relu(x);
        };
    }

    private static PtNDArray reciprocal(PtNDArray x, Arena arena) {
        try (PtNDArray one = arena.scalar(1)) {
            return JniUtils.div(one, x);
        }
    }

    static PtNDArray of(BinaryOp op, PtNDArray x, PtNDArray y, Arena arena) {
        return switch (op) {
            case ADD -> JniUtils.add(x, y);
            case SUB -> JniUtils.sub(x, y);
            case MUL -> JniUtils.mul(x, y);
            case DIV -> JniUtils.div(x, y);
            case MAXIMUM -> JniUtils.max(x, y);
            case MINIMUM -> JniUtils.min(x, y);
            case GREATER -> numbers(JniUtils.gt(x, y), arena);
            case GREATER_EQUAL -> numbers(JniUtils.gte(x, y), arena);
            case EQUAL -> numbers(JniUtils.eq(x, y), arena);
        };
    }

    /** 1 and 0 for true and false, which end. */
    private static PtNDArray numbers(PtNDArray truths, Arena arena) {
        try (truths) {
            return JniUtils.to(truths, DataType.FLOAT32, arena.device());
        }
    }
}
