package org.ascentrl.tensor;

import java.util.Arrays;

/** The extents of a tensor's axes, row-major: the last axis is contiguous. Immutable. */
public final class Shape {

    private static final Shape SCALAR = new Shape(new int[0], 1);

    private final int[] extents;
    private final int size;

    private Shape(int[] extents, int size) {
        this.extents = extents;
        this.size = size;
    }

    /**
     * A shape with the given extents; none makes a scalar.
     *
     * @throws ShapeException if an extent is negative or the number of elements exceeds an array's limit
     */
    public static Shape of(int... extents) {
        if (extents.length == 0) {
            return SCALAR;
        }
        long size = 1;
        for (int extent : extents) {
            if (extent < 0) {
                throw new ShapeException("shape " + Arrays.toString(extents) + ": an extent cannot be negative");
            }
            size *= extent;
            if (size > Integer.MAX_VALUE) {
                throw new ShapeException("shape " + Arrays.toString(extents) + ": more than 2^31 - 1 elements");
            }
        }
        return new Shape(extents.clone(), (int) size);
    }

    public int rank() {
        return extents.length;
    }

    /** The number of elements. */
    public int size() {
        return size;
    }

    /** The extent of {@code axis}; negative axes count from the end. */
    public int extent(int axis) {
        return extents[axis < 0 ? axis + extents.length : axis];
    }

    /** The number of elements behind one step along {@code axis}: the product of the later extents. */
    public int stride(int axis) {
        int stride = 1;
        for (int i = extents.length - 1; i > axis; i--) {
            stride *= extents[i];
        }
        return stride;
    }

    public int[] toArray() {
        return extents.clone();
    }

    /** This shape with the extent of {@code axis} replaced. */
    public Shape with(int axis, int extent) {
        int[] copy = extents.clone();
        copy[axis] = extent;
        return of(copy);
    }

    /** This shape after a reduction over {@code axis}: of extent 1 if {@code keep}, else without it. */
    public Shape reduced(int axis, boolean keep) {
        if (keep) {
            return with(axis, 1);
        }
        int[] rest = new int[extents.length - 1];
        System.arraycopy(extents, 0, rest, 0, axis);
        System.arraycopy(extents, axis + 1, rest, axis, rest.length - axis);
        return of(rest);
    }

    /**
     * The common shape of two operands by NumPy's rule: axes are aligned from the end, and an axis of extent 1, or one
     * that is missing, is repeated.
     *
     * @throws ShapeException if the shapes do not fit
     */
    static Shape broadcast(String operation, Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        int rank = Math.max(a.rank(), b.rank());
        int[] common = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int m = i <= a.rank() ? a.extents[a.rank() - i] : 1;
            int n = i <= b.rank() ? b.extents[b.rank() - i] : 1;
            if (m != n && m != 1 && n != 1) {
                throw new ShapeException(operation + ": " + a + " and " + b + " do not broadcast: axis " + (rank - i)
                        + " has extents " + m + " and " + n);
            }
            common[rank - i] = m == 1 ? n : m;
        }
        return of(common);
    }

    /**
     * Returns the flat index of element {@code columns[i]} of row i of a matrix.
     *
     * @throws ShapeException if this is no matrix with as many rows, or has no such column
     */
    int[] flatIndices(String operation, int[] columns) {
        if (rank() != 2 || extents[0] != columns.length) {
            throw new ShapeException(operation + ": expects a matrix with a row for each of " + columns.length
                    + " columns, not " + this);
        }
        int[] flat = new int[columns.length];
        for (int i = 0; i < flat.length; i++) {
            if (columns[i] < 0 || columns[i] >= extents[1]) {
                throw new ShapeException(operation + ": expects columns from 0 to " + (extents[1] - 1) + " of " + this
                        + ", not " + columns[i]);
            }
            flat[i] = i * extents[1] + columns[i];
        }
        return flat;
    }

    /** {@code axis} counted from the start, checked against the rank. */
    int axis(String operation, int axis) {
        int normal = axis < 0 ? axis + rank() : axis;
        if (normal < 0 || normal >= rank()) {
            throw new ShapeException(operation + ": " + this + " has no axis " + axis);
        }
        return normal;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    @Override
    public String toString() {
        return Arrays.toString(extents);
    }
}
