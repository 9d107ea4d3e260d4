package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference by numbers that stand here: every other backend is measured by it. */
class ReferencePrimitivesTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Storage matrix = of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    private final Storage cube = of(Shape.of(2, 2, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    @ParameterizedTest
    @CsvSource({
        "NEG, 1.5, 0, -2",
        "ABS, 1.5, 0, 2",
        "SIGN, -1, 0, 1",
        "SQUARE, 2.25, 0, 4",
        "RECIPROCAL, -0.6666666666666666, Infinity, 0.5",
        "EXP, 0.22313016014842982, 1, 7.38905609893065",
        "TANH, -0.9051482536448664, 0, 0.9640275800758169",
        "SIGMOID, 0.18242552380635635, 0.5, 0.8807970779778823",
        "SOFTPLUS, 0.20141327798275246, 0.6931471805599453, 2.1269280110429727",
        "RELU, 0, 0, 2",
        "SQRT, NaN, 0, 1.4142135623730951",
        "LOG, NaN, -Infinity, 0.6931471805599453",
    })
    void unary(UnaryOp op, double negative, double zero, double two) {
        assertValues(backend.unary(op, of(Shape.of(3), -1.5, 0, 2)), Shape.of(3), negative, zero, two);
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 5, 4, 1",
        "SUB, -1, 0, 5",
        "MUL, 6, 4, -6",
        "DIV, 0.6666666666666666, 1, -1.5",
        "MAXIMUM, 3, 2, 3",
        "MINIMUM, 2, 2, -2",
        "GREATER, 0, 0, 1",
        "GREATER_EQUAL, 0, 1, 1",
        "EQUAL, 0, 1, 0",
    })
    void binary(BinaryOp op, double first, double second, double third) {
        Shape three = Shape.of(3);
        Storage result = backend.binary(op, of(three, 2, 2, 3), of(three, 3, 2, -2), three);
        assertValues(result, three, first, second, third);
    }

    @Test
    void binaryBroadcasts() {
        Storage column = of(Shape.of(2, 1), 10, 20);
        Storage row = of(Shape.of(3), 1, 2, 3);
        Shape out = Shape.of(2, 3);

        assertValues(backend.binary(BinaryOp.ADD, column, row, out), out, 11, 12, 13, 21, 22, 23);
        assertValues(backend.binary(BinaryOp.SUB, matrix, column, out), out, -9, -8, -7, -16, -15, -14);
        assertValues(backend.binary(BinaryOp.MUL, of(Shape.of(), 2), matrix, out), out, 2, 4, 6, 8, 10, 12);
    }

    @Test
    void affineAndWhere() {
        assertValues(backend.affine(matrix, 2, -1), Shape.of(2, 3), 1, 3, 5, 7, 9, 11);
        Storage mask = of(Shape.of(2, 3), 0, 1, -1, Double.NaN, -0.0, 0);
        Storage others = of(Shape.of(2, 3), 10, 20, 30, 40, 50, 60);
        assertValues(backend.where(mask, matrix, others), Shape.of(2, 3), 10, 2, 3, 4, 50, 60);
    }

    @Test
    void matmul() {
        Storage b = of(Shape.of(3, 2), 1, 0, 2, 1, 0, 3);
        Storage aT = backend.permute(matrix, new int[] {1, 0});
        Storage bT = backend.permute(b, new int[] {1, 0});
        double[] expected = {5, 11, 14, 23};

        assertValues(backend.matmul(matrix, false, b, false), Shape.of(2, 2), expected);
        assertValues(backend.matmul(aT, true, b, false), Shape.of(2, 2), expected);
        assertValues(backend.matmul(matrix, false, bT, true), Shape.of(2, 2), expected);
        assertValues(backend.matmul(aT, true, bT, true), Shape.of(2, 2), expected);
        assertValues(backend.linear(matrix, b, of(Shape.of(2), 100, 200)), Shape.of(2, 2), 105, 211, 114, 223);
        Storage nothing = backend.matmul(of(Shape.of(1, 0)), false, of(Shape.of(0, 2)), false);
        assertValues(nothing, Shape.of(1, 2), 0, 0);
    }

    @Test
    void batchMatmul() {
        Storage b = of(Shape.of(2, 3, 1), 1, 0, 2, 0, 1, -1);
        Storage bT = of(Shape.of(2, 1, 3), 1, 0, 2, 0, 1, -1);
        Storage cubeT = backend.permute(cube, new int[] {0, 2, 1});
        Shape out = Shape.of(2, 2, 1);

        assertValues(backend.batchMatmul(cube, false, b, false), out, 7, 16, -1, -1);
        assertValues(backend.batchMatmul(cube, false, bT, true), out, 7, 16, -1, -1);
        assertValues(backend.batchMatmul(cubeT, true, b, false), out, 7, 16, -1, -1);
        assertValues(
                backend.batchMatmul(of(Shape.of(0, 2, 3)), false, of(Shape.of(0, 3, 1)), false), Shape.of(0, 2, 1));
    }

    @Test
    void reduce() {
        assertValues(backend.reduce(ReduceOp.SUM, matrix, 0, false), Shape.of(3), 5, 7, 9);
        assertValues(backend.reduce(ReduceOp.SUM, matrix, 1, true), Shape.of(2, 1), 6, 15);
        assertValues(backend.reduce(ReduceOp.SUM, cube, 1, false), Shape.of(2, 3), 5, 7, 9, 17, 19, 21);
        assertValues(backend.reduce(ReduceOp.MAX, cube, 0, false), Shape.of(2, 3), 7, 8, 9, 10, 11, 12);
        assertValues(backend.reduce(ReduceOp.MAX, backend.affine(matrix, -1, 0), 1, false), Shape.of(2), -1, -4);
        Storage nothing = of(Shape.of(0, 2));
        assertValues(backend.reduce(ReduceOp.SUM, nothing, 0, false), Shape.of(2), 0, 0);
        assertValues(
                backend.reduce(ReduceOp.MAX, nothing, 0, false),
                Shape.of(2),
                Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
    }

    @Test
    void moves() {
        assertValues(
                backend.broadcastTo(of(Shape.of(2, 1), 1, 2), Shape.of(2, 2, 3)),
                Shape.of(2, 2, 3),
                1,
                1,
                1,
                2,
                2,
                2,
                1,
                1,
                1,
                2,
                2,
                2);
        assertValues(backend.reshape(matrix, Shape.of(3, 2)), Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        assertValues(
                backend.permute(cube, new int[] {2, 0, 1}), Shape.of(3, 2, 2), 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12);
        assertValues(backend.slice(matrix, 1, 1, 3), Shape.of(2, 2), 2, 3, 5, 6);
        assertValues(backend.slice(cube, 1, 1, 2), Shape.of(2, 1, 3), 4, 5, 6, 10, 11, 12);
        Storage ends = of(Shape.of(2, 1), 8, 9);
        assertValues(backend.concat(new Storage[] {matrix, ends}, 1), Shape.of(2, 4), 1, 2, 3, 8, 4, 5, 6, 9);
        assertValues(
                backend.concat(new Storage[] {matrix, matrix}, 0), Shape.of(4, 3), 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void rows() {
        assertValues(backend.gatherRows(matrix, new int[] {1, 0, 1}), Shape.of(3, 3), 4, 5, 6, 1, 2, 3, 4, 5, 6);
        assertValues(backend.gatherRows(of(Shape.of(3), 7, 8, 9), new int[] {2}), Shape.of(1), 9);
        assertValues(backend.scatterAddRows(matrix, new int[] {2, 2}, 3), Shape.of(3, 3), 0, 0, 0, 0, 0, 0, 5, 7, 9);
        assertValues(backend.scatterAddRows(matrix, new int[] {1, 0}, 2), Shape.of(2, 3), 4, 5, 6, 1, 2, 3);
    }

    @Test
    void inPlace() {
        Storage y = of(Shape.of(2, 3), 0, 0, 0, 1, 1, 1);
        backend.axpyInPlace(-2, matrix, y);
        assertValues(y, Shape.of(2, 3), -2, -4, -6, -7, -9, -11);
        backend.lerpInPlace(0.25, matrix, y);
        assertValues(y, Shape.of(2, 3), -1.25, -2.5, -3.75, -4.25, -5.5, -6.75);
        backend.assignInPlace(matrix, y);
        assertValues(y, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        assertThat(backend.sumOfSquares(y)).isEqualTo(91);
    }

    @Test
    void logSoftmax() {
        assertValues(
                backend.logSoftmax(of(Shape.of(2, 3), 1, 2, 4, 10_000, 10_001, 10_002)),
                Shape.of(2, 3),
                -3.1698460195562856,
                -2.1698460195562856,
                -0.16984601955628567,
                -2.4076059644443806,
                -1.4076059644443804,
                -0.4076059644443804);
    }

    private Storage of(Shape shape, double... values) {
        return backend.copyOf(values, shape);
    }

    private void assertValues(Storage actual, Shape shape, double... expected) {
        assertThat(actual.shape()).isEqualTo(shape);
        assertThat(backend.toDoubles(actual)).containsExactly(expected, within(1e-12));
    }
}
