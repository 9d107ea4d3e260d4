package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Which arrays are used again, and what becomes of storages whose array was. */
class ArenaTest {

    private static final Shape SHAPE = Shape.of(10, 10);

    private final Arena arena = new Arena(100);

    private float[] takenAndGiven(Shape shape) {
        try (Scope scope = arena.open()) {
            return arena.take(shape).data();
        }
    }

    @Test
    void anArrayServesAgain() {
        float[] first = takenAndGiven(SHAPE);
        assertThat(first).hasSize(128);
        assertThat(takenAndGiven(SHAPE)).isSameAs(first);
    }

    @Test
    void anArrayServesAllShapesUpToItsLength() {
        float[] first = takenAndGiven(SHAPE);
        assertThat(takenAndGiven(Shape.of(128))).isSameAs(first);
        assertThat(takenAndGiven(Shape.of(129))).hasSize(256);
    }

    @Test
    void anArrayServesOneStorageAtATime() {
        takenAndGiven(SHAPE);
        try (Scope scope = arena.open()) {
            assertThat(arena.take(SHAPE).data()).isNotSameAs(arena.take(SHAPE).data());
        }
    }

    @Test
    void smallArraysAndThoseOutsideScopesAreLeftAlone() {
        assertThat(takenAndGiven(Shape.of(99))).hasSize(99).isNotSameAs(takenAndGiven(Shape.of(99)));
        float[] outside = arena.take(SHAPE).data();
        assertThat(outside).hasSize(100);
        assertThat(takenAndGiven(SHAPE)).isNotSameAs(outside);
    }

    @Test
    void aRetainedArrayIsNotUsedAgain() {
        EjmlStorage kept;
        EjmlStorage keptAsReshaped;
        try (Scope scope = arena.open()) {
            kept = arena.take(SHAPE);
            kept.retain();
            keptAsReshaped = arena.take(SHAPE).reshaped(Shape.of(100));
            keptAsReshaped.retain();
        }
        assertThat(takenAndGiven(SHAPE)).isNotSameAs(kept.data()).isNotSameAs(keptAsReshaped.data());
    }

    @Test
    void scopesGiveBackTheirOwn() {
        try (Scope outer = arena.open()) {
            EjmlStorage before = arena.take(SHAPE);
            float[] inner = takenAndGiven(SHAPE);
            assertThat(before.data()).isNotSameAs(inner);
            assertThat(arena.take(SHAPE).data()).isSameAs(inner);
        }
    }

    @Test
    void aStorageWhoseScopeIsClosedSaysSo() {
        EjmlStorage storage;
        EjmlStorage reshaped;
        try (Scope scope = arena.open()) {
            storage = arena.take(SHAPE);
            reshaped = storage.reshaped(Shape.of(100));
        }
        assertThatIllegalStateException()
                .isThrownBy(storage::data)
                .withMessage("a tensor of shape [10, 10] was used after its scope was closed."
                        + " Retain its storage, or copy its numbers while the scope is open.");
        assertThatIllegalStateException().isThrownBy(reshaped::data).withMessageContaining("[100]");
    }

    @Test
    void aScopeClosedTwiceOrAfterTheArenaDoesNothing() {
        Scope outer = arena.open();
        EjmlStorage storage = arena.take(SHAPE);
        Scope inner = arena.open();
        inner.close();
        inner.close();
        assertThat(storage.data()).hasSize(128);
        arena.close();
        outer.close();
        assertThat(storage.data()).hasSize(128);
    }
}
