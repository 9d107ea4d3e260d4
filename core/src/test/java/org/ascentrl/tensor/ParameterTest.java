package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class ParameterTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p =
            tensors.parameter("layer.weight", (random, shape) -> new float[] {1, 2}, new SplittableRandom(1), 1, 2);

    @Test
    void hasANameAShapeAndValues() {
        assertThat(p.name()).isEqualTo("layer.weight");
        assertThat(p.shape()).isEqualTo(Shape.of(1, 2));
        assertThat(p.toFloats()).containsExactly(1, 2);
        assertThat(p.tensor().toFloats()).containsExactly(1, 2);
        assertThat(p).hasToString("layer.weight[1, 2]");
    }

    @Test
    void drawsItsValuesFromTheGenerator() {
        Parameter drawn = tensors.parameter("drawn", Initializer.uniform(1), new SplittableRandom(4), 2, 3);

        assertThat(drawn.toFloats()).containsExactly(Initializer.uniform(1).values(new SplittableRandom(4), 2, 3));
    }

    @Test
    void isTooLargeBeforeAnythingIsDrawn() {
        Initializer unused = (random, shape) -> {
            throw new AssertionError("drawn");
        };
        assertThatThrownBy(() -> tensors.parameter("huge", unused, new SplittableRandom(1), 1 << 16, 1 << 16))
                .isInstanceOf(ShapeException.class)
                .hasMessage("shape [65536, 65536]: more than 2^31 - 1 elements");
    }

    @Test
    void outlivesTheScopeInWhichItWasMade() {
        Parameter made;
        try (Scope scope = tensors.scope()) {
            made = tensors.parameter("made", Initializer.constant(3), new SplittableRandom(1), 2);
        }
        assertThat(made.toFloats()).containsExactly(3, 3);
    }

    @Test
    void itsTensorIsOneUntilItChanges() {
        Tensor before = p.tensor();
        assertThat(p.tensor()).isSameAs(before);

        p.update(own -> backend.axpyInPlace(1, own, own));
        assertThat(p.toFloats()).containsExactly(2, 4);
        assertThat(p.tensor()).isNotSameAs(before);
        assertThat(((Tape.Leaf) p.tensor().origin()).version()).isEqualTo(((Tape.Leaf) before.origin()).version() + 1);
    }

    @Test
    void assignCopiesTheValues() {
        float[] values = {5, 6};
        int live = backend.liveStorages();
        p.assign(values);
        values[0] = 9;

        assertThat(p.toFloats()).containsExactly(5, 6);
        assertThat(backend.liveStorages()).isEqualTo(live);
    }

    @Test
    void assignNeedsAsManyNumbersAsItHas() {
        assertThatThrownBy(() -> p.assign(new float[3]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("assign: 3 numbers for parameter layer.weight of shape [1, 2]");
        assertThat(p.toFloats()).containsExactly(1, 2);
    }

    @Test
    void savesAndRestoresItsValues() {
        MapState saved = new MapState(false);
        p.state(saved);
        assertThat(saved.items).containsOnlyKeys("layer.weight");
        p.assign(new float[] {7, 8});

        Tensor before = p.tensor();
        MapState reader = new MapState(true);
        reader.items.putAll(saved.items);
        p.state(reader);
        assertThat(p.toFloats()).containsExactly(1, 2);
        assertThat(p.tensor()).isNotSameAs(before);
    }

    /** Keeps items in a map: a writer that calls the getters, or a reader that calls the setters. */
    private static final class MapState implements State {

        private final Map<String, float[]> items = new HashMap<>();
        private final boolean reads;

        MapState(boolean reads) {
            this.reads = reads;
        }

        @Override
        public void floats(String name, int[] shape, Supplier<float[]> get, Consumer<float[]> set) {
            if (reads) {
                set.accept(items.get(name));
            } else {
                assertThat(get.get()).hasSize(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
                items.put(name, get.get());
            }
        }

        @Override
        public void doubles(String name, int[] shape, Supplier<double[]> get, Consumer<double[]> set) {
            throw new AssertionError("a parameter has no doubles: " + name);
        }

        @Override
        public void longs(String name, int[] shape, Supplier<long[]> get, Consumer<long[]> set) {
            throw new AssertionError("a parameter has no longs: " + name);
        }

        @Override
        public void bytes(String name, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
            throw new AssertionError("a parameter has no bytes: " + name);
        }

        @Override
        public void part(String prefix, Stateful part) {
            throw new AssertionError("a parameter has no parts: " + prefix);
        }
    }
}
