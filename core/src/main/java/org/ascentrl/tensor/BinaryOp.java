package org.ascentrl.tensor;

/** Functions of two elements. Comparisons give 1 where they hold and 0 elsewhere, and have no gradient. */
public enum BinaryOp {
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
    EQUAL
}
