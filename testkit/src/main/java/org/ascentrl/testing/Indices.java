package org.ascentrl.testing;

import java.util.Arrays;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.ShapeException;

/** For each element of a result, in row-major order, the flat index of the element it comes from. */
final class Indices {

    private Indices() {}

    /** The elements of {@code from} at {@code indices}. */
    static double[] pick(double[] from, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> from[i]).toArray();
    }

    /** {@code from} repeated to {@code to}: axes are aligned from the end; extent 1, or none, is repeated. */
    static int[] broadcast(String operation, Shape from, Shape to) {
        int missing = to.rank() - from.rank();
        boolean fits = missing >= 0;
        for (int axis = 0; fits && axis < from.rank(); axis++) {
            fits = from.extent(axis) == 1 || from.extent(axis) == to.extent(axis + missing);
        }
        if (!fits) {
            throw new ShapeException(operation + ": " + from + " does not broadcast to " + to);
        }
        int[] step = new int[to.rank()];
        for (int axis = 0; axis < from.rank(); axis++) {
            step[axis + missing] = from.extent(axis) == 1 ? 0 : from.stride(axis);
        }
        return walk(to, step, 0);
    }

    /** Axis i of the result is axis {@code axes[i]} of {@code from}. */
    static int[] permuted(Shape from, int[] axes) {
        int[] extents = new int[axes.length];
        int[] step = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            extents[i] = from.extent(axes[i]);
            step[i] = from.stride(axes[i]);
        }
        return walk(Shape.of(extents), step, 0);
    }

    /** Elements {@code start} (inclusive) to {@code end} (exclusive) of {@code axis} of {@code from}. */
    static int[] sliced(Shape from, int axis, int start, int end) {
        int[] step = new int[from.rank()];
        for (int i = 0; i < step.length; i++) {
            step[i] = from.stride(i);
        }
        return walk(from.with(axis, end - start), step, start * from.stride(axis));
    }

    /** Visits each element of {@code shape}; a step along axis i moves the index by {@code step[i]}. */
    private static int[] walk(Shape shape, int[] step, int start) {
        int[] indices = new int[shape.size()];
        for (int flat = 0; flat < indices.length; flat++) {
            int index = start;
            for (int axis = 0; axis < step.length; axis++) {
                index += flat / shape.stride(axis) % shape.extent(axis) * step[axis];
            }
            indices[flat] = index;
        }
        return indices;
    }
}
