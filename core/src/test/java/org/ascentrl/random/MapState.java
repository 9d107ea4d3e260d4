package org.ascentrl.random;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/** A state in memory, of longs only. */
final class MapState {

    private MapState() {}

    static Map<String, long[]> write(Stateful from) {
        Map<String, long[]> saved = new HashMap<>();
        from.state(new Longs() {
            @Override
            public void longs(String name, int[] shape, Supplier<long[]> get, Consumer<long[]> set) {
                if (saved.put(name, get.get()) != null) {
                    throw new AssertionError("named twice: " + name);
                }
            }
        });
        return saved;
    }

    static void read(Map<String, long[]> saved, Stateful into) {
        into.state(new Longs() {
            @Override
            public void longs(String name, int[] shape, Supplier<long[]> get, Consumer<long[]> set) {
                long[] value = saved.get(name);
                if (value == null || shape.length != 1 || shape[0] != value.length) {
                    throw new AssertionError("not saved in this shape: " + name);
                }
                set.accept(value);
            }
        });
    }

    private abstract static class Longs implements State {
        @Override
        public void floats(String name, int[] shape, Supplier<float[]> get, Consumer<float[]> set) {
            throw new AssertionError("floats: " + name);
        }

        @Override
        public void doubles(String name, int[] shape, Supplier<double[]> get, Consumer<double[]> set) {
            throw new AssertionError("doubles: " + name);
        }

        @Override
        public void bytes(String name, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
            throw new AssertionError("bytes: " + name);
        }

        @Override
        public void part(String prefix, Stateful part) {
            throw new AssertionError("part: " + prefix);
        }
    }
}
