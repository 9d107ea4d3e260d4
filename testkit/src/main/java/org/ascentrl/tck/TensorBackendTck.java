package org.ascentrl.tck;

import static org.ascentrl.tck.Accuracy.BITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.TensorOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every {@link TensorBackend}: the rules T01 to T25 of {@code core/SPI.md}. Extend it, give {@link #create},
 * and each primitive is compared with {@link ReferenceBackend} over a table of shapes and special values.
 */
public abstract class TensorBackendTck {

    private static final float[] NUMBERS = {
        1.5f, -0f, 0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MAX_VALUE
    };

    private TensorBackend backend;
    private ReferenceBackend reference;

    /** A new backend of the calling thread; the caller closes it. */
    protected abstract TensorBackend create();

    /**
     * Returns whether rule T21 holds: a row does not depend on the rows it came with. A backend over a library that chooses its
     * kernels by the number of rows cannot promise it, and says so here.
     */
    protected boolean rowsAreIndependent() {
        return true;
    }

    @BeforeEach
    void open() {
        backend = create();
        reference = new ReferenceBackend();
    }

    @AfterEach
    void close() {
        backend.close();
        reference.close();
    }

    @Test
    @DisplayName("T01 the name is a word that settings can hold")
    void t01Name() {
        assertThat(backend.name()).matches("[a-z][a-z0-9-]*").isEqualTo(backend.name());
        assertThat(backend.description()).isNotBlank().isEqualTo(backend.description());
    }

    @Test
    @DisplayName("T02 copyOf, wrap and toFloats keep every bit")
    void t02NumbersKeepTheirBits() {
        for (Shape shape : List.of(Shape.of(8), Shape.of(2, 4), Shape.of(2, 1, 4))) {
            BITS.check("T02 copyOf " + shape, backend.toFloats(backend.copyOf(NUMBERS, shape)), NUMBERS);
            BITS.check("T02 wrap " + shape, backend.toFloats(backend.wrap(NUMBERS.clone(), shape)), NUMBERS);
            assertThat(backend.copyOf(NUMBERS, shape).shape()).isEqualTo(shape);
            assertThat(backend.wrap(NUMBERS.clone(), shape).shape()).isEqualTo(shape);
        }
        assertThat(backend.toFloats(backend.copyOf(new float[] {3}, Shape.of())))
                .containsExactly(3);
        assertThat(backend.toFloats(backend.wrap(new float[0], Shape.of(2, 0)))).isEmpty();
    }

    @Test
    @DisplayName("T03 copyOf and toFloats copy")
    void t03Copies() {
        float[] given = {1, 2, 3};
        Storage a = backend.copyOf(given, Shape.of(3));
        given[0] = 9;
        assertThat(backend.toFloats(a)).containsExactly(1, 2, 3);

        backend.toFloats(a)[1] = 9;
        assertThat(backend.toFloats(a)).containsExactly(1, 2, 3);
    }

    @TestFactory
    @DisplayName("T04 functions of one element")
    Stream<DynamicTest> t04Unary() {
        return compared("T04", ElementCalls.unary());
    }

    @TestFactory
    @DisplayName("T05 functions of one special value")
    Stream<DynamicTest> t05UnarySpecials() {
        return compared("T05", ElementCalls.unarySpecials());
    }

    @TestFactory
    @DisplayName("T06 functions of two elements, broadcast")
    Stream<DynamicTest> t06Binary() {
        return compared("T06", ElementCalls.binary());
    }

    @TestFactory
    @DisplayName("T07 functions of two special values")
    Stream<DynamicTest> t07BinarySpecials() {
        return compared("T07", ElementCalls.binarySpecials());
    }

    @TestFactory
    @DisplayName("T08 affine and where")
    Stream<DynamicTest> t08AffineAndWhere() {
        return compared("T08", ElementCalls.affineAndWhere());
    }

    @TestFactory
    @DisplayName("T09 matmul and batchMatmul, each operand transposed or not")
    Stream<DynamicTest> t09Matmul() {
        return Stream.concat(compared("T09", ProductCalls.matmul()), compared("T09", ProductCalls.batchMatmul()));
    }

    @TestFactory
    @DisplayName("T10 reductions")
    Stream<DynamicTest> t10Reduce() {
        return compared("T10", ShapeCalls.reduce());
    }

    @TestFactory
    @DisplayName("T11 broadcastTo, reshape, permute, slice and concat move every bit")
    Stream<DynamicTest> t11Moves() {
        return Stream.concat(compared("T11", ShapeCalls.reshapes()), compared("T11", ShapeCalls.moves()));
    }

    @TestFactory
    @DisplayName("T12 gatherRows and scatterAddRows")
    Stream<DynamicTest> t12Rows() {
        return compared("T12", ShapeCalls.rows());
    }

    @Test
    @DisplayName("T12 scatterAddRows adds in ascending order")
    void t12ScatterAddsInOrder() {
        Storage a = backend.copyOf(new float[] {1e30f, 1, -1e30f, 1, 2, 3}, Shape.of(6));
        Storage sums = backend.scatterAddRows(a, new int[] {0, 0, 0, 1, 0, 1}, 2);
        assertThat(backend.toFloats(sums)).containsExactly(2, 4);
    }

    @TestFactory
    @DisplayName("T13 axpyInPlace, lerpInPlace and assignInPlace")
    Stream<DynamicTest> t13InPlace() {
        return compared("T13", ElementCalls.inPlace());
    }

    @TestFactory
    @DisplayName("T14 linear")
    Stream<DynamicTest> t14Linear() {
        return compared("T14", ProductCalls.linear());
    }

    @TestFactory
    @DisplayName("T15 logSoftmax")
    Stream<DynamicTest> t15LogSoftmax() {
        return compared("T15", ProductCalls.logSoftmax());
    }

    @Test
    @DisplayName("T15 the probabilities of a row sum to 1")
    void t15ProbabilitiesSumToOne() {
        Input logits = Input.random(5, Shape.of(40, 33));
        Storage spread = backend.affine(backend.copyOf(logits.values(), logits.shape()), 10, 1000);
        Storage probabilities = backend.unary(UnaryOp.EXP, backend.logSoftmax(spread));
        for (float sum : backend.toFloats(backend.reduce(ReduceOp.SUM, probabilities, 1, false))) {
            assertThat(sum).isCloseTo(1, within(1e-5f));
        }
    }

    @TestFactory
    @DisplayName("T16 one step of adamInPlace")
    Stream<DynamicTest> t16Adam() {
        return compared("T16", ElementCalls.adam());
    }

    @Test
    @DisplayName("T16 ten steps of adamInPlace, with and without weight decay")
    void t16AdamSteps() {
        AdamInDouble.compare(backend, 0);
        AdamInDouble.compare(backend, 0.1);
    }

    @Test
    @DisplayName("T17 sumOfSquares accumulates in double")
    void t17SumOfSquares() {
        for (Shape shape : PrimitiveCalls.SHAPES) {
            Input input = Input.random(3, shape);
            double actual = backend.sumOfSquares(backend.copyOf(input.values(), shape));
            double expected = reference.sumOfSquares(reference.copyOf(input.values(), shape));
            assertThat(actual).as("T17 %s", shape).isCloseTo(expected, within(1e-12 * expected));
        }
        Storage large = backend.copyOf(new float[] {1e30f, -1e30f, 1e-30f}, Shape.of(3));
        assertThat(backend.sumOfSquares(large)).isCloseTo(2e60, within(1e54));
    }

    @TestFactory
    @DisplayName("T18 no call changes its inputs")
    Stream<DynamicTest> t18InputsStay() {
        return tests("T18", PrimitiveCalls.all(), call -> MemoryRules.inputsStay(backend, call));
    }

    @TestFactory
    @DisplayName("T19 only a reshaped storage may share memory with what it was made from")
    Stream<DynamicTest> t19ResultsOwnTheirMemory() {
        return tests("T19", PrimitiveCalls.owning(), call -> MemoryRules.resultOwnsItsMemory(backend, call));
    }

    @Test
    @DisplayName("T20 the same call gives the same bits: again, and on a new backend in another thread")
    void t20SameBits() throws Exception {
        List<float[]> first = Repeatability.results(backend);
        Repeatability.check("again", Repeatability.results(backend), first);
        Repeatability.check("in another thread", Repeatability.resultsInAnotherThread(this::create), first);
    }

    @TestFactory
    @DisplayName("T21 a row does not depend on the rows it came with")
    Stream<DynamicTest> t21RowsAreIndependent() {
        assumeTrue(rowsAreIndependent(), "this backend does not promise it");
        return tests("T21", RowCall.all(), call -> call.check(backend));
    }

    @Test
    @DisplayName("T22 a scope ends the storages made in it, and no others")
    void t22ScopesNest() {
        MemoryRules.scopesNest(backend);
    }

    @Test
    @DisplayName("T22 scopes open and close many times")
    void t22ManyScopes() {
        MemoryRules.manyScopes(backend);
    }

    @Test
    @DisplayName("T23 a retained storage outlives every scope")
    void t23RetainedStoragesSurvive() {
        MemoryRules.retainedStoragesSurvive(backend);
    }

    @Test
    @DisplayName("T23 a reshaped storage and the one it was made from live on their own")
    void t23ReshapedStoragesSurvive() {
        MemoryRules.reshapedStoragesSurvive(backend);
    }

    @Test
    @DisplayName("T24 close may be called twice, and touches no other backend")
    void t24Close() {
        Storage a = backend.copyOf(new float[] {1, 2}, Shape.of(2));
        TensorBackend other = create();
        other.copyOf(new float[] {3, 4}, Shape.of(2));
        other.openScope();
        other.copyOf(new float[] {5, 6}, Shape.of(2));
        other.close();
        other.close();
        assertThat(backend.toFloats(backend.unary(UnaryOp.NEG, a))).containsExactly(-1, -2);
    }

    @TestFactory
    @DisplayName("T25 gradients of every tensor operation")
    Stream<DynamicTest> t25Gradients() {
        return tests("T25", TensorOperation.all(), operation -> GradientRules.compare(operation, backend, reference));
    }

    private Stream<DynamicTest> compared(String rule, List<PrimitiveCall> calls) {
        return tests(rule, calls, call -> call.compare(rule, backend, reference));
    }

    /** A test for each row of a table, in a scope of its own. */
    private <T> Stream<DynamicTest> tests(String rule, List<T> table, Consumer<T> test) {
        return table.stream()
                .map(row -> dynamicTest(rule + " " + row, () -> {
                    try (Scope own = backend.openScope();
                            Scope other = reference.openScope()) {
                        test.accept(row);
                    }
                }));
    }
}
