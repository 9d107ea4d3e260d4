package org.ascentrl.backend.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.pytorch.engine.PtNDManager;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.UnaryOp;
import org.ascentrl.testing.PolicyUpdates;
import org.ascentrl.testing.ResidentMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Native memory does not grow. The heap of the tests has a fixed size, all of it resident from the start. */
class DjlMemoryTest {

    private final PtNDManager manager = DjlEngine.load().manager(DjlSettings.Device.CPU);
    private final DjlBackend backend = new DjlBackend(manager, "");

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void updatesLeaveNoTensorsBehind() {
        PolicyUpdates updates = new PolicyUpdates(backend);
        updates.run(1);
        int live = manager.getManagedArrays().size();
        updates.run(200);
        assertThat(manager.getManagedArrays()).hasSize(live);
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
    void resultsBelongToTheScopeWhereverTheirOperandsDo() {
        Storage outside = backend.copyOf(new float[] {1, 2, 3}, Shape.of(3));
        try (Scope scope = backend.openScope()) {
            Storage made = backend.unary(UnaryOp.EXP, outside);
            assertThat(DjlStorage.array(made).getManager()).isNotSameAs(manager);
            backend.retain(made);
            assertThat(DjlStorage.array(made).getManager()).isSameAs(manager);
        }
        assertThat(manager.getManagedArrays()).hasSize(2);
    }

    @Test
    void closingFreesEverything() {
        Storage retained = backend.copyOf(new float[] {1}, Shape.of(1));
        Scope scope = backend.openScope();
        Storage inScope = backend.copyOf(new float[] {1}, Shape.of(1));
        backend.close();
        assertThat(DjlStorage.array(retained).isReleased()).isTrue();
        assertThat(DjlStorage.array(inScope).isReleased()).isTrue();
        scope.close();
    }
}
