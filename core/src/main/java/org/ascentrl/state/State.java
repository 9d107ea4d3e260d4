package org.ascentrl.state;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a {@link Stateful} names its items to: a writer or a reader, the object need not know which.
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

    /** The state of a part; its items are named {@code prefix.item}. */
    void part(String prefix, Stateful part);
}
