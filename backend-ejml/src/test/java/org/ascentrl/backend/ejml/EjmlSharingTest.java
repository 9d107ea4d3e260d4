package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ejml.EjmlVersion;
import org.junit.jupiter.api.Test;

/** What shares memory on this backend, and what it says of itself. */
class EjmlSharingTest {

    private final EjmlBackend backend = new EjmlBackend(KernelProvider.EJML);

    private static float[] data(Storage storage) {
        return EjmlStorage.of(storage).data();
    }

    @Test
    void wrapsAnArrayWithoutCopyingIt() {
        float[] array = {1, 2, 3, 4, 5, 6};
        for (Shape shape : new Shape[] {Shape.of(6), Shape.of(2, 3), Shape.of(1, 3, 2)}) {
            assertThat(data(backend.wrap(array, shape))).isSameAs(array);
        }
    }

    @Test
    void copiesWhereItSaysSo() {
        float[] array = {1, 2, 3};
        Storage copy = backend.copyOf(array, Shape.of(3));
        assertThat(data(copy)).isNotSameAs(array).containsExactly(1, 2, 3);
        assertThat(backend.toFloats(copy)).isNotSameAs(data(copy)).containsExactly(1, 2, 3);
    }

    @Test
    void reshapesWithoutCopying() {
        Storage matrix = backend.copyOf(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
        Storage flat = backend.reshape(matrix, Shape.of(6));
        assertThat(data(flat)).isSameAs(data(matrix));
        backend.axpyInPlace(1, flat, flat);
        assertThat(backend.toFloats(matrix)).containsExactly(2, 4, 6, 8, 10, 12);
    }

    @Test
    void describesWhatComputes() {
        assertThat(backend.name()).isEqualTo("ejml");
        assertThat(backend.description()).isEqualTo("ejml " + EjmlVersion.VERSION + ", kernels ejml");
        assertThat(new EjmlBackend(KernelProvider.VECTOR).description())
                .isEqualTo("ejml " + EjmlVersion.VERSION + ", kernels vector");
    }
}
