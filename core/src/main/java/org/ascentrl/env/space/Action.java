package org.ascentrl.env.space;

import java.util.Arrays;

/** One action: the integers and the real numbers that its space asks for. Immutable. */
public final class Action {

    private static final int[] NO_INTEGERS = {};
    private static final float[] NO_REALS = {};

    private final int[] integers;
    private final float[] reals;

    private Action(int[] integers, float[] reals) {
        this.integers = integers;
        this.reals = reals;
    }

    /** A choice of a discrete space, or one of each of several. */
    public static Action of(int... integers) {
        return new Action(integers.clone(), NO_REALS);
    }

    /** An element of a box, row-major. */
    public static Action of(float... reals) {
        return new Action(NO_INTEGERS, reals.clone());
    }

    public static Action of(int[] integers, float[] reals) {
        return new Action(integers.clone(), reals.clone());
    }

    /** The action of row {@code row} of two flat arrays with {@code i} and {@code r} numbers a row. */
    static Action ofRow(int row, int[] integers, int i, float[] reals, int r) {
        return new Action(
                i == 0 ? NO_INTEGERS : Arrays.copyOfRange(integers, row * i, (row + 1) * i),
                r == 0 ? NO_REALS : Arrays.copyOfRange(reals, row * r, (row + 1) * r));
    }

    /** The part of it with {@code i} integers and {@code r} real numbers that follows others. */
    Action slice(int integersBefore, int i, int realsBefore, int r) {
        return new Action(
                Arrays.copyOfRange(integers, integersBefore, integersBefore + i),
                Arrays.copyOfRange(reals, realsBefore, realsBefore + r));
    }

    /** The number of its integers. */
    public int integers() {
        return integers.length;
    }

    public int integer(int i) {
        return integers[i];
    }

    /** The number of its real numbers. */
    public int reals() {
        return reals.length;
    }

    public float real(int i) {
        return reals[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Action action
                && Arrays.equals(integers, action.integers)
                && Arrays.equals(reals, action.reals);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(integers) + Arrays.hashCode(reals);
    }

    /** As {@code 1} or {@code [0.5, -0.25]}. */
    @Override
    public String toString() {
        if (reals.length == 0) {
            return integers.length == 1 ? Integer.toString(integers[0]) : Arrays.toString(integers);
        }
        return integers.length == 0 ? Arrays.toString(reals) : Arrays.toString(integers) + Arrays.toString(reals);
    }
}
