package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import org.ascentrl.tensor.Shape;

/**
 * Elements that stand in native memory at strides: those of a shape whose axes were reordered, or are repeated.
 *
 * @param shape of the result, which is row-major
 * @param strides of the source, for each axis of the result
 */
record Strided(Shape shape, int[] strides) {

    /** By NumPy's rule: axes are aligned from the end, and one of extent 1, or one that is missing, repeats. */
    static Strided repeated(Shape from, Shape to) {
        int[] strides = new int[to.rank()];
        int missing = to.rank() - from.rank();
        for (int axis = missing; axis < to.rank(); axis++) {
            int own = axis - missing;
            strides[axis] = from.extent(own) == 1 ? 0 : from.stride(own);
        }
        return new Strided(to, strides);
    }

    /** Fills {@code out}, row-major. */
    void copy(FloatBuffer x, FloatBuffer out) {
        if (shape.size() > 0) {
            copy(0, x, 0, out, 0);
        }
    }

    private void copy(int axis, FloatBuffer x, int from, FloatBuffer out, int start) {
        if (axis == shape.rank()) {
            out.put(start, x.get(from));
            return;
        }
        int extent = shape.extent(axis);
        if (axis == shape.rank() - 1 && strides[axis] == 1) {
            out.put(start, x, from, extent);
            return;
        }
        int step = shape.stride(axis);
        for (int i = 0; i < extent; i++) {
            copy(axis + 1, x, from + i * strides[axis], out, start + i * step);
        }
    }
}
