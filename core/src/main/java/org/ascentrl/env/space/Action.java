package org.ascentrl.env.space;

import java.util.Arrays;

/** One action: the integers and the real numbers that its space defines. Immutable. */
public final class Action {

    private static final int[] NO_INTEGERS = {};
    private static final float[] NO_REALS = {};

    private final int[] integers;
    private final float[] reals;

    private Action(int[] integers, float[] reals) {
        this.integers = integers;
        this.reals = reals;
    }

    /** Returns an action of integers: the choice of a discrete space, or one choice for each of several. */
    public static Action of(int... integers) {
        return new Action(integers.clone(), NO_REALS);
    }

    /** Returns an action of real numbers: an element of a box, row-major. */
    public static Action of(float... reals) {
        return new Action(NO_INTEGERS, reals.clone());
    }

    public static Action of(int[] integers, float[] reals) {
        return new Action(integers.clone(), reals.clone());
    }

    /** Returns the action in row {@code row} of two flat arrays, which have {@code i} and {@code r} numbers per row. */
    static Action ofRow(int row, int[] integers, int i, float[] reals, int r) {
        return new Action(
                i == 0 ? NO_INTEGERS : Arrays.copyOfRange(integers, row * i, (row + 1) * i),
                r == 0 ? NO_REALS : Arrays.copyOfRange(reals, row * r, (row + 1) * r));
    }

    /** Returns the part with {@code i} integers and {@code r} real numbers after those before it. */
    Action slice(int integersBefore, int i, int realsBefore, int r) {
        return new Action(
                Arrays.copyOfRange(integers, integersBefore, integersBefore + i),
                Arrays.copyOfRange(reals, realsBefore, realsBefore + r));
    }

    /** Returns the number of integers. */
    public int integers() {
        return integers.length;
    }

    public int integer(int i) {
        return integers[i];
    }

    /** Returns the number of real numbers. */
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
