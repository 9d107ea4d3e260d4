package org.ascentrl.backend.ejml;

import java.util.Arrays;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Functions of two elements over broadcast operands. */
final class Broadcasting {

    /** Elements at a time where an operand is repeated: few enough that copies of them stay close to the processor. */
    private static final int BLOCK = 1024;

    private Broadcasting() {}

    /** out ← op(a, b), each broadcast to {@code shape} by NumPy's rule. */
    static void apply(
            Kernels kernels, BinaryOp op, float[] a, Shape aShape, float[] b, Shape bShape, float[] out, Shape shape) {
        int size = shape.size();
        if (aShape.size() == size && bShape.size() == size) {
            kernels.binary(op, a, b, out, size);
        } else if (size > 0) {
            int unit = covers(aShape, shape) && covers(bShape, shape) ? 1 : shape.extent(-1);
            int block = Math.min(Math.max(1, BLOCK / unit) * unit, size);
            Operand x = new Operand(a, aShape, shape, block);
            Operand y = new Operand(b, bShape, shape, block);
            float[] results = new float[block];
            for (int from = 0; from < size; from += block) {
                int n = Math.min(block, size - from);
                kernels.binary(op, x.block(from, n), y.block(from, n), results, n);
                System.arraycopy(results, 0, out, from, n);
            }
        }
    }

    /** Returns whether an operand is laid out as the result, or is one number. */
    private static boolean covers(Shape operand, Shape result) {
        return operand.size() == result.size() || operand.size() == 1;
    }

    /** An operand as it is broadcast, block by block: each begins at 0, so that the compiler makes vectors of the loops. */
    private static final class Operand {

        private final float[] source;
        private final boolean isNumber;
        private final @Nullable BroadcastRows rows;
        private final float[] block;

        Operand(float[] source, Shape own, Shape result, int blockSize) {
            this.source = source;
            isNumber = own.size() == 1;
            rows = covers(own, result) ? null : new BroadcastRows(own, result);
            block = new float[blockSize];
            if (isNumber) {
                Arrays.fill(block, source[0]);
            }
        }

        /** The {@code n} elements from {@code from} on: the next. */
        float[] block(int from, int n) {
            if (rows != null) {
                rows.copy(source, block, n);
            } else if (!isNumber) {
                System.arraycopy(source, from, block, 0, n);
            }
            return block;
        }
    }
}
