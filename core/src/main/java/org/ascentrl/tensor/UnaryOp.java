package org.ascentrl.tensor;

import java.util.Locale;

/** Functions of one element. */
public enum UnaryOp implements Op {
    NEG,
    ABS,
    /** −1, 0 or 1. */
    SIGN,
    SQUARE,
    SQRT,
    RECIPROCAL,
    EXP,
    /** The natural logarithm. */
    LOG,
    TANH,
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** log(1 + eˣ), without overflow for large x. */
    SOFTPLUS,
    /** max(x, 0). */
    RELU;

    @Override
    public Storage compute(TensorBackend backend, Tensor... x) {
        return backend.unary(this, x[0].storage());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
