package org.ascentrl.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.testing.PolicyUpdates;
import org.ascentrl.testing.ResidentMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Native memory does not grow. The heap of the tests has a fixed size, all of it resident from the start. */
class Nd4jMemoryTest {

    private final Nd4jBackend backend = new Nd4jBackend(Nd4jEngine.load().description());

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void updatesLeaveNoArraysBehindAndAllocateNoMore() {
        PolicyUpdates updates = new PolicyUpdates(backend);
        updates.run(2);
        int live = backend.live();
        long bytes = backend.bytes();
        updates.run(200);
        assertThat(backend.live()).isEqualTo(live);
        assertThat(backend.bytes()).isEqualTo(bytes);
    }

    /** A matrix of gradients that was left behind by each update would be 48 MB. */
    @Test
    void thousandsOfUpdatesDoNotGrowTheProcess() {
        assumeTrue(ResidentMemory.bytes().isPresent(), "resident memory is read from Linux");
        PolicyUpdates updates = new PolicyUpdates(backend);
        updates.run(1_000);
        long before = ResidentMemory.bytes().getAsLong();
        updates.run(3_000);
        assertThat(ResidentMemory.bytes().getAsLong() - before).isLessThan(24L << 20);
    }

    @Test
    void memoryIsUsedAgainOnceTheLastThatSharesItEnds() {
        Storage column;
        try (Scope outer = backend.openScope()) {
            try (Scope inner = backend.openScope()) {
                column = backend.reshape(backend.copyOf(new float[] {1, 2, 3}, Shape.of(3)), Shape.of(3, 1));
                backend.retain(column);
            }
            backend.copyOf(new float[] {9, 9, 9}, Shape.of(3));
            assertThat(backend.toFloats(column)).containsExactly(1, 2, 3);
        }
        long bytes = backend.bytes();
        backend.copyOf(new float[] {7, 7, 7}, Shape.of(3));
        assertThat(backend.bytes()).isEqualTo(bytes);
        assertThat(backend.toFloats(column)).containsExactly(1, 2, 3);
    }

    @Test
    void closingFreesEverything() {
        backend.copyOf(new float[] {1}, Shape.of(1));
        Scope scope = backend.openScope();
        backend.copyOf(new float[] {1}, Shape.of(1));
        assertThat(backend.live()).isEqualTo(2);
        backend.close();
        assertThat(backend.live()).isZero();
        assertThat(backend.bytes()).isZero();
        scope.close();
    }
}
