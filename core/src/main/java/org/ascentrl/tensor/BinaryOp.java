package org.ascentrl.tensor;

import java.util.Locale;

/** Functions of two elements. Comparisons give 1 where they hold and 0 elsewhere, and have no gradient. */
public enum BinaryOp implements Op {
    ADD,
    SUB,
    MUL,
    DIV,
    /** The larger; NaN if either is. */
    MAXIMUM,
    /** The smaller; NaN if either is. */
    MINIMUM,
    GREATER,
    GREATER_EQUAL,
    EQUAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public Storage compute(TensorBackend backend, Tensor... x) {
        Shape out = Shape.broadcast(word, x[0].shape(), x[1].shape());
        return backend.binary(this, x[0].storage(), x[1].storage(), out);
    }

    @Override
    public String toString() {
        return word;
    }
}
