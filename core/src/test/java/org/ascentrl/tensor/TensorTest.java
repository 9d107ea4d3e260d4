package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTest {

    private static final Tensors TENSORS = Tensors.on(new ReferenceBackend());

    private final Tensor row = tensor(3);
    private final Tensor matrix = tensor(2, 3);

    /** A call whose shapes do not fit, and what it says. */
    record BadCall(Runnable call, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<BadCall> badCalls() {
        Tensor scalar = tensor();
        Tensor row = tensor(3);
        Tensor four = tensor(4);
        Tensor matrix = tensor(2, 3);
        Tensor empty = tensor(2, 0);
        return Stream.of(
                bad(() -> matrix.add(four), "add: [2, 3] and [4] do not broadcast: axis 1 has extents 3 and 4"),
                bad(
                        () -> tensor(4, 2, 3).mul(tensor(3, 1)),
                        "mul: [4, 2, 3] and [3, 1] do not broadcast: axis 1 has extents 2 and 3"),
                bad(
                        () -> matrix.greaterEqual(tensor(3, 3)),
                        "greater_equal: [2, 3] and [3, 3] do not broadcast: axis 0 has extents 2 and 3"),
                bad(() -> empty.sub(matrix), "sub: [2, 0] and [2, 3] do not broadcast: axis 1 has extents 0 and 3"),
                bad(() -> row.where(matrix, row), "broadcastTo: [2, 3] does not broadcast to [3]"),
                bad(
                        () -> matrix.where(four, row),
                        "broadcastTo: [4] and [2, 3] do not broadcast: axis 1 has extents 4 and 3"),
                bad(() -> matrix.matmul(matrix), "matmul: expects [m, k] · [k, n], not [2, 3] · [2, 3]"),
                bad(() -> matrix.matmul(row), "matmul: expects [m, k] · [k, n], not [2, 3] · [3]"),
                bad(() -> row.matmul(matrix), "matmul: expects [m, k] · [k, n], not [3] · [2, 3]"),
                bad(
                        () -> matrix.matmul(true, tensor(3, 4), false),
                        "matmul: expects [m, k] · [k, n], not [2, 3]ᵀ · [3, 4]"),
                bad(
                        () -> matrix.matmul(false, tensor(3, 4), true),
                        "matmul: expects [m, k] · [k, n], not [2, 3] · [3, 4]ᵀ"),
                bad(
                        () -> tensor(2, 3, 4).matmul(tensor(3, 4, 5)),
                        "matmul: expects [b, m, k] · [b, k, n], not [2, 3, 4] · [3, 4, 5]"),
                bad(
                        () -> tensor(2, 3, 4).matmul(tensor(4, 5)),
                        "matmul: expects [b, m, k] · [b, k, n], not [2, 3, 4] · [4, 5]"),
                bad(
                        () -> tensor(2, 3, 4).matmul(true, tensor(2, 4, 5), false),
                        "matmul: expects [b, m, k] · [b, k, n], not [2, 3, 4]ᵀ · [2, 4, 5]"),
                bad(
                        () -> matrix.linear(matrix, row),
                        "linear: expects [n, i] · [i, o] + [o], not [2, 3] · [2, 3] + [3]"),
                bad(
                        () -> matrix.linear(tensor(3, 4), row),
                        "linear: expects [n, i] · [i, o] + [o], not [2, 3] · [3, 4] + [3]"),
                bad(
                        () -> matrix.linear(tensor(3, 4), tensor(1, 4)),
                        "linear: expects [n, i] · [i, o] + [o], not [2, 3] · [3, 4] + [1, 4]"),
                bad(
                        () -> row.linear(tensor(3, 4), four),
                        "linear: expects [n, i] · [i, o] + [o], not [3] · [3, 4] + [4]"),
                bad(() -> matrix.linear(row, four), "linear: expects [n, i] · [i, o] + [o], not [2, 3] · [3] + [4]"),
                bad(scalar::logSoftmax, "logSoftmax: [] has no axis -1"),
                bad(empty::logSoftmax, "logSoftmax: expects a last axis that is not empty, not [2, 0]"),
                bad(() -> matrix.sum(2), "sum: [2, 3] has no axis 2"),
                bad(() -> matrix.sum(-3, true), "sum: [2, 3] has no axis -3"),
                bad(() -> scalar.mean(0), "sum: [] has no axis 0"),
                bad(() -> scalar.max(-1), "max: [] has no axis -1"),
                bad(() -> matrix.broadcastTo(Shape.of(3)), "broadcastTo: [2, 3] does not broadcast to [3]"),
                bad(
                        () -> matrix.broadcastTo(Shape.of(2, 4)),
                        "broadcastTo: [2, 3] and [2, 4] do not broadcast: axis 1 has extents 3 and 4"),
                bad(() -> matrix.reshape(4), "reshape: expects the same size: [2, 3] to [4]"),
                bad(() -> matrix.reshape(-1, 6), "shape [-1, 6]: an extent cannot be negative"),
                bad(() -> matrix.permute(0), "permute: expects each axis of [2, 3] once, not [0]"),
                bad(() -> matrix.permute(1, 1), "permute: expects each axis of [2, 3] once, not [1, 1]"),
                bad(() -> matrix.permute(0, 2), "permute: expects each axis of [2, 3] once, not [0, 2]"),
                bad(() -> matrix.permute(-1, 0), "permute: expects each axis of [2, 3] once, not [-1, 0]"),
                bad(row::transpose, "permute: expects each axis of [3] once, not [1, 0]"),
                bad(() -> matrix.slice(1, 2, 4), "slice: expects a range within axis 1 of [2, 3], not [2, 4)"),
                bad(() -> matrix.slice(-2, -1, 1), "slice: expects a range within axis 0 of [2, 3], not [-1, 1)"),
                bad(() -> matrix.slice(0, 2, 1), "slice: expects a range within axis 0 of [2, 3], not [2, 1)"),
                bad(() -> matrix.slice(2, 0, 1), "slice: [2, 3] has no axis 2"),
                bad(
                        () -> matrix.concat(0, matrix, tensor(2, 4)),
                        "concat: expects shapes equal but for axis 0, not [2, 3] and [2, 4]"),
                bad(() -> matrix.concat(-1, row), "concat: expects shapes equal but for axis 1, not [2, 3] and [3]"),
                bad(() -> matrix.concat(2), "concat: [2, 3] has no axis 2"),
                bad(() -> matrix.gatherRows(0, 2), "gatherRows: expects rows from 0 to 1, not 2"),
                bad(() -> matrix.gatherRows(-1), "gatherRows: expects rows from 0 to 1, not -1"),
                bad(() -> scalar.gatherRows(0), "gatherRows: [] has no axis 0"),
                bad(
                        () -> matrix.gatherColumns(new int[] {0, 3}),
                        "gatherColumns: expects columns from 0 to 2 of [2, 3], not 3"),
                bad(
                        () -> matrix.gatherColumns(new int[] {-1, 0}),
                        "gatherColumns: expects columns from 0 to 2 of [2, 3], not -1"),
                bad(
                        () -> matrix.gatherColumns(new int[3]),
                        "gatherColumns: expects a matrix with a row for each of 3 columns, not [2, 3]"),
                bad(
                        () -> row.gatherColumns(new int[3]),
                        "gatherColumns: expects a matrix with a row for each of 3 columns, not [3]"),
                bad(
                        () -> matrix.scatterAddRows(new int[3], 4),
                        "scatterAddRows: expects a target for each row of [2, 3], not 3"),
                bad(
                        () -> scalar.scatterAddRows(new int[0], 4),
                        "scatterAddRows: expects a target for each row of [], not 0"),
                bad(
                        () -> matrix.scatterAddRows(new int[] {0, 4}, 4),
                        "scatterAddRows: expects rows from 0 to 3, not 4"),
                bad(matrix::item, "item: expects a tensor of one element, not [2, 3]"),
                bad(() -> TENSORS.of(new float[5], 2, 3), "of: 5 numbers do not fill [2, 3]"),
                bad(() -> TENSORS.of(new double[5], 2, 3), "of: 5 numbers do not fill [2, 3]"));
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void shapesThatDoNotFitAreNamed(BadCall bad) {
        assertThatThrownBy(bad.call()::run).isInstanceOf(ShapeException.class).hasMessage(bad.message());
    }

    @Test
    void axesCountFromTheEndToo() {
        assertThat(matrix.sum(-1).toFloats()).containsExactly(matrix.sum(1).toFloats());
        assertThat(matrix.max(-2).toFloats()).containsExactly(matrix.max(0).toFloats());
        assertThat(matrix.mean(-1).shape()).isEqualTo(Shape.of(2));
        assertThat(matrix.slice(-1, 1, 3).shape()).isEqualTo(Shape.of(2, 2));
        assertThat(matrix.concat(-1, matrix).shape()).isEqualTo(Shape.of(2, 6));
    }

    @Test
    void sumsAndMeansOfEverything() {
        assertThat(matrix.sum().item()).isEqualTo(21);
        assertThat(matrix.mean().item()).isCloseTo(3.5f, within(1e-6f));
        assertThat(matrix.sum().shape()).isEqualTo(Shape.of());
        assertThat(matrix.mean(0).toFloats()).containsExactly(2.5f, 3.5f, 4.5f);
        assertThat(matrix.sum(0, true).shape()).isEqualTo(Shape.of(1, 3));
        assertThat(tensor(0).sum().item()).isZero();
        assertThat(tensor(0).mean().item()).isNaN();
    }

    @Test
    void clampBoundsBothSidesAndKeepsNaN() {
        Tensor x = TENSORS.of(new float[] {-5, -1, 0.5f, 2, 5, Float.NaN}, 6);

        assertThat(x.clamp(-1, 2).toFloats()).containsExactly(-1, -1, 0.5f, 2, 2, Float.NaN);
    }

    @Test
    void comparisonsGiveOnesAndZeros() {
        Tensor other = TENSORS.of(new float[] {2, 2, 2}, 3);

        assertThat(row.greater(other).toFloats()).containsExactly(0, 0, 1);
        assertThat(row.greaterEqual(other).toFloats()).containsExactly(0, 1, 1);
        assertThat(row.greaterEqual(3).toFloats()).containsExactly(0, 0, 1);
        assertThat(row.equal(other).toFloats()).containsExactly(0, 1, 0);
    }

    @Test
    void gatherColumnsPicksOneElementOfEachRow() {
        Tensor picked = matrix.gatherColumns(new int[] {2, 0});

        assertThat(picked.shape()).isEqualTo(Shape.of(2));
        assertThat(picked.toFloats()).containsExactly(3, 4);
    }

    @Test
    void operationsBroadcast() {
        assertThat(matrix.add(row).toFloats()).containsExactly(2, 4, 6, 5, 7, 9);
        assertThat(matrix.mul(TENSORS.scalar(2)).toFloats()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(row.reshape(3, 1).sub(row).shape()).isEqualTo(Shape.of(3, 3));
        assertThat(matrix.where(TENSORS.scalar(7), row).toFloats()).containsOnly(7);
    }

    @Test
    void aShapeThatStaysIsTheSameTensor() {
        assertThat(matrix.reshape(2, 3)).isSameAs(matrix);
        assertThat(matrix.broadcastTo(Shape.of(2, 3))).isSameAs(matrix);
        assertThat(row.flat()).isSameAs(row);
    }

    @Test
    void roundsDoubles() {
        assertThat(TENSORS.of(new double[] {0.1, 1e-60}, 2).toFloats()).containsExactly(0.1f, 0);
    }

    @Test
    void widensToDoubles() {
        assertThat(TENSORS.of(new float[] {0.1f, -2}, 2).toDoubles()).containsExactly((double) 0.1f, -2);
    }

    @Test
    void showsItsShapeAndFewElements() {
        assertThat(row).hasToString("Tensor[3][1.0, 2.0, 3.0]");
        assertThat(tensor(4, 4).toString()).startsWith("Tensor[4, 4][1.0");
        assertThat(tensor(17)).hasToString("Tensor[17]");
    }

    private static BadCall bad(Runnable call, String message) {
        return new BadCall(call, message);
    }

    /** 1, 2, 3, .. */
    private static Tensor tensor(int... shape) {
        float[] values = new float[Shape.of(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return TENSORS.of(values, shape);
    }
}
