package org.ascentrl.tensor;

/** Functions of one element. */
public enum UnaryOp {
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
    RELU
}
