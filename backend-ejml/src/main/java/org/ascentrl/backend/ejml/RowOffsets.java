package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.Shape;

/** Walks a result's rows, all axes but the last, and says where each begins in an operand that was broadcast to it. */
final class RowOffsets {

    private final int[] extents;
    private final int[] strides;
    private final int[] index;
    private int offset;

    RowOffsets(Shape operand, Shape result) {
        int axes = Math.max(result.rank() - 1, 0);
        extents = new int[axes];
        strides = new int[axes];
        index = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            int own = axis - (result.rank() - operand.rank());
            extents[axis] = result.extent(axis);
            strides[axis] = own < 0 || operand.extent(own) == 1 ? 0 : operand.stride(own);
        }
    }

    /** Where the next row begins. */
    int next() {
        int start = offset;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            offset += strides[axis];
            if (++index[axis] < extents[axis]) {
                break;
            }
            offset -= index[axis] * strides[axis];
            index[axis] = 0;
        }
        return start;
    }
}
