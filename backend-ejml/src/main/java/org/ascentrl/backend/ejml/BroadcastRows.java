package org.ascentrl.backend.ejml;

import java.util.Arrays;
import org.ascentrl.tensor.Shape;

/** Walks the rows of a result, all axes but the last, through an operand that is broadcast to it. */
final class BroadcastRows {

    private final int columns;
    private final boolean oneColumn;
    private final int[] extents;
    private final int[] strides;
    private final int[] index;
    private int offset;

    BroadcastRows(Shape operand, Shape result) {
        columns = result.extent(-1);
        oneColumn = operand.rank() == 0 || operand.extent(-1) == 1;
        int axes = result.rank() - 1;
        extents = new int[axes];
        strides = new int[axes];
        index = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            int own = axis - (result.rank() - operand.rank());
            extents[axis] = result.extent(axis);
            strides[axis] = own < 0 || operand.extent(own) == 1 ? 0 : operand.stride(own);
        }
    }

    /** Brings the rows that come next to the first {@code n} elements of {@code out}. */
    void copy(float[] operand, float[] out, int n) {
        for (int start = 0; start < n; start += columns) {
            int row = next();
            if (oneColumn) {
                Arrays.fill(out, start, start + columns, operand[row]);
            } else {
                System.arraycopy(operand, row, out, start, columns);
            }
        }
    }

    private int next() {
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
