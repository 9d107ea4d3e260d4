package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.ascentrl.tck.TensorBackendTck;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class ReferenceBackendTest extends TensorBackendTck {

    private static final Shape PAIR = Shape.of(2);

    private final ReferenceBackend backend = new ReferenceBackend();

    @Override
    protected TensorBackend create() {
        return new ReferenceBackend();
    }

    @Test
    void keepsDoubles() {
        Storage third = backend.copyOf(new double[] {1.0 / 3, 1e-300}, PAIR);

        assertThat(backend.toDoubles(third)).containsExactly(1.0 / 3, 1e-300);
        assertThat(backend.toDoubles(backend.affine(third, 3, 0))[0]).isEqualTo(1);
        assertThat(backend.toFloats(third)).containsExactly(1f / 3, 0);
    }

    @Test
    void countsLiveStorages() {
        backend.copyOf(new float[2], PAIR);
        try (Scope scope = backend.openScope()) {
            Storage a = backend.copyOf(new float[2], PAIR);
            Storage kept = backend.unary(UnaryOp.NEG, a);
            backend.retain(kept);
            backend.binary(BinaryOp.ADD, a, kept, PAIR);
            assertThat(backend.liveStorages()).isEqualTo(4);
        }
        assertThat(backend.liveStorages()).isEqualTo(2);
        backend.close();
        assertThat(backend.liveStorages()).isZero();
    }

    @Test
    void storagesOfAClosedScopeAreDead() {
        Storage alive = backend.copyOf(new float[2], PAIR);
        Storage dead;
        try (Scope scope = backend.openScope()) {
            dead = backend.copyOf(new float[2], PAIR);
        }
        String message =
                ": a storage of shape [2] is used after its scope closed." + " Retain it, or use it inside the scope.";
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.unary(UnaryOp.EXP, dead))
                .withMessage("exp" + message);
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.binary(BinaryOp.GREATER_EQUAL, alive, dead, PAIR))
                .withMessage("greater_equal" + message);
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.assignInPlace(alive, dead))
                .withMessage("assignInPlace" + message);
        assertThatIllegalStateException().isThrownBy(() -> backend.retain(dead)).withMessage("retain" + message);
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.toFloats(dead))
                .withMessage("toFloats" + message);
    }

    @Test
    void isOfNoUseAfterClose() {
        Storage a = backend.copyOf(new float[2], PAIR);
        backend.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> backend.affine(a, 1, 1))
                .withMessage("affine: this backend is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.wrap(new float[2], PAIR))
                .withMessage("wrap: this backend is closed");
        assertThatIllegalStateException()
                .isThrownBy(backend::openScope)
                .withMessage("openScope: this backend is closed");
    }

    @Test
    void belongsToTheThreadThatMadeIt() throws InterruptedException {
        Storage a = backend.copyOf(new float[2], PAIR);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> backend.toFloats(a), "another");
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join();

        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("toFloats: this backend belongs to thread "
                        + Thread.currentThread().getName() + ", not to another. Make one for each thread.");
    }

    @Test
    void knowsWhenAWrappedArrayChanged() {
        float[] array = {1, 2};
        Storage a = backend.wrap(array, PAIR);
        array[1] = 3;

        assertThatIllegalStateException()
                .isThrownBy(() -> backend.sumOfSquares(a))
                .withMessage("sumOfSquares: the array of a wrapped storage of shape [2] was changed."
                        + " Leave it alone until the scope closes, or use copyOf.");
    }

    @Test
    void aWrappedStorageMayBeChangedInPlace() {
        Storage a = backend.wrap(new float[] {1, 2}, PAIR);
        backend.axpyInPlace(2, a, a);

        assertThat(backend.toFloats(a)).containsExactly(3, 6);
    }

    @Test
    void scopesCloseInReverseOrder() {
        Scope outer = backend.openScope();
        Scope inner = backend.openScope();

        assertThatIllegalStateException()
                .isThrownBy(outer::close)
                .withMessage("closing a scope: one that was opened inside it is still open");
        inner.close();
        inner.close();
        outer.close();
        assertThat(backend.liveStorages()).isZero();
    }

    @Test
    void refusesStoragesOfAnotherBackend() {
        Storage foreign = new ReferenceBackend().copyOf(new float[2], PAIR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.slice(foreign, 0, 0, 1))
                .withMessage("slice: a storage of shape [2] belongs to another backend");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Storage pair = backend.copyOf(new float[2], PAIR);
        Storage column = backend.reshape(pair, Shape.of(2, 1));
        Storage scalar = backend.copyOf(new float[1], Shape.of());

        assertShapes(() -> backend.copyOf(new float[3], PAIR), "copyOf: 3 numbers for shape [2]");
        assertShapes(() -> backend.copyOf(new double[3], PAIR), "copyOf: 3 numbers for shape [2]");
        assertShapes(() -> backend.wrap(new float[1], PAIR), "wrap: 1 numbers for shape [2]");
        assertShapes(() -> backend.axpyInPlace(1, scalar, pair), "axpyInPlace: [] and [2] differ");
        assertShapes(() -> backend.assignInPlace(pair, column), "assignInPlace: [2] and [2, 1] differ");
        assertShapes(() -> backend.where(pair, scalar, pair), "where: [2] and [] differ");
        assertShapes(() -> backend.matmul(column, true, column, true), "matmul: [2, 1]ᵀ · [2, 1]ᵀ");
        assertShapes(() -> backend.reshape(pair, Shape.of(3)), "reshape: [2] to [3]");
        assertShapes(() -> backend.broadcastTo(column, PAIR), "broadcastTo: [2, 1] does not broadcast to [2]");
        assertShapes(
                () -> backend.binary(BinaryOp.MUL, pair, scalar, Shape.of(3)), "mul: [2] does not broadcast to [3]");
        assertShapes(() -> backend.scatterAddRows(pair, new int[1], 4), "scatterAddRows: 1 rows for [2]");
    }

    private static void assertShapes(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(ShapeException.class).hasMessage(message);
    }
}
