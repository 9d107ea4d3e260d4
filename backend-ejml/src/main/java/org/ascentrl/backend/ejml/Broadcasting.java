package org.ascentrl.backend.ejml;

import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.Shape;

/** Functions of two elements over broadcast operands. */
final class Broadcasting {

    private Broadcasting() {}

    /** out ← op(a, b), each broadcast to {@code shape} by NumPy's rule. */
    static void apply(BinaryOp op, float[] a, Shape aShape, float[] b, Shape bShape, float[] out, Shape shape) {
        int size = shape.size();
        if (size == 0) {
            return;
        }
        if (aShape.size() == size && bShape.size() == size) {
            Pairs.apply(op, a, b, out, size);
            return;
        }
        if (covers(aShape, shape) && covers(bShape, shape)) {
            run(op, a, 0, aShape.size() == 1 ? 0 : 1, b, 0, bShape.size() == 1 ? 0 : 1, out, 0, size);
            return;
        }
        int columns = shape.extent(-1);
        int rows = size / columns;
        int aStep = lastExtent(aShape) == 1 ? 0 : 1;
        int bStep = lastExtent(bShape) == 1 ? 0 : 1;
        RowOffsets aRows = new RowOffsets(aShape, shape);
        RowOffsets bRows = new RowOffsets(bShape, shape);
        for (int row = 0; row < rows; row++) {
            run(op, a, aRows.next(), aStep, b, bRows.next(), bStep, out, row * columns, columns);
        }
    }

    /** Whether an operand is laid out as the result, or is one number. */
    private static boolean covers(Shape operand, Shape result) {
        return operand.size() == result.size() || operand.size() == 1;
    }

    static int lastExtent(Shape shape) {
        return shape.rank() == 0 ? 1 : shape.extent(-1);
    }

    /** {@code n} elements from the given offsets; a step of 0 repeats one element. */
    private static void run(
            BinaryOp op, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] out, int to, int n) {
        switch (op) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] + b[bFrom + i * bStep];
                }
            }
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] - b[bFrom + i * bStep];
                }
            }
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] * b[bFrom + i * bStep];
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] / b[bFrom + i * bStep];
                }
            }
            case MAXIMUM -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = Math.max(a[aFrom + i * aStep], b[bFrom + i * bStep]);
                }
            }
            case MINIMUM -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = Math.min(a[aFrom + i * aStep], b[bFrom + i * bStep]);
                }
            }
            case GREATER -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] > b[bFrom + i * bStep] ? 1 : 0;
                }
            }
            case GREATER_EQUAL -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] >= b[bFrom + i * bStep] ? 1 : 0;
                }
            }
            case EQUAL -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = a[aFrom + i * aStep] == b[bFrom + i * bStep] ? 1 : 0;
                }
            }
        }
    }
}
