package org.ascentrl.backend.ejml;

import java.util.Arrays;
import org.ascentrl.tensor.Shape;

/** Moves elements between the arrays of two shapes, bit for bit. */
final class Moves {

    private Moves() {}

    static void broadcast(float[] a, Shape from, float[] out, Shape to) {
        int size = to.size();
        if (from.size() == 1) {
            Arrays.fill(out, 0, size, a[0]);
        } else if (size > 0) {
            new BroadcastRows(from, to).copy(a, out, size);
        }
    }

    /** Of extents and strides in the order of the result's axes. */
    static void permute(float[] a, int[] extents, int[] strides, float[] out, int size) {
        int rank = extents.length;
        int[] index = new int[rank];
        int from = 0;
        for (int to = 0; to < size; to++) {
            out[to] = a[from];
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < extents[axis]) {
                    break;
                }
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
    }

    /**
     * Copies {@code count} blocks of {@code length} elements, which begin {@code step} apart.
     *
     * @param from where the first begins in {@code a}
     * @param to where the first goes in {@code out}
     */
    static void blocks(float[] a, int from, int step, float[] out, int to, int outStep, int length, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(a, from + i * step, out, to + i * outStep, length);
        }
    }

    static void gatherRows(float[] a, int[] rows, int width, float[] out) {
        for (int i = 0; i < rows.length; i++) {
            if (width == 1) {
                out[i] = a[rows[i]];
            } else {
                System.arraycopy(a, rows[i] * width, out, i * width, width);
            }
        }
    }

    static void scatterAddRows(float[] a, int[] rows, int width, float[] out, int size) {
        Arrays.fill(out, 0, size, 0);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                out[rows[i] * width + j] += a[i * width + j];
            }
        }
    }
}
