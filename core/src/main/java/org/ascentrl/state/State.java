package org.ascentrl.state;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The receiver of the items of a {@link Stateful}: a writer or a reader, the object need not know which.
 *
 * <p>Names are unique within one object and not empty. Shapes list the extent of each axis; {@code -1} allows any, and
 * the empty shape is that of a scalar. The product of the extents is the length of the array, so a writer accepts one
 * {@code -1} in a shape.
 *
 * <p>A writer copies what a getter returns and does not modify it. A setter is given an array of its own.
 */
public interface State {

    /** Any length: the shape of a vector whose extent only the saved state knows. */
    static int[] any() {
        return new int[] {-1};
    }

    /** A float32 array, row-major. */
    void floats(String name, int[] shape, Supplier<float[]> get, Consumer<float[]> set);

    /** A float64 array, row-major. */
    void doubles(String name, int[] shape, Supplier<double[]> get, Consumer<double[]> set);

    /** An int64 array, row-major. */
    void longs(String name, int[] shape, Supplier<long[]> get, Consumer<long[]> set);

    /** An array of unsigned bytes, row-major. */
    void bytes(String name, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set);

    /** An array of booleans, row-major: bytes of 0 and 1. */
    default void booleans(String name, int[] shape, Supplier<boolean[]> get, Consumer<boolean[]> set) {
        bytes(
                name,
                shape,
                () -> {
                    boolean[] flags = get.get();
                    byte[] bytes = new byte[flags.length];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = (byte) (flags[i] ? 1 : 0);
                    }
                    return bytes;
                },
                bytes -> {
                    boolean[] flags = new boolean[bytes.length];
                    for (int i = 0; i < bytes.length; i++) {
                        flags[i] = bytes[i] != 0;
                    }
                    set.accept(flags);
                });
    }

    /** The state of a part; its items are named {@code prefix.item}. */
    void part(String prefix, Stateful part);
}
