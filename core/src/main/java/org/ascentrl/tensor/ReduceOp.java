package org.ascentrl.tensor;

/** Reductions along one axis. */
public enum ReduceOp {
    /** 0 over nothing. */
    SUM,
    /** NaN if any element is; −∞ over nothing. */
    MAX
}
