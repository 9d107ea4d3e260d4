package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.bytedeco.javacpp.FloatPointer;

/** A shape over native memory, row-major, from its start; what was reshaped from it shares the memory. */
record Nd4jStorage(Block block, Shape shape) implements Storage {

    static Nd4jStorage of(Storage storage) {
        return (Nd4jStorage) storage;
    }

    int size() {
        return shape.size();
    }

    /** The elements at their native address; there may be more memory behind them. */
    FloatPointer pointer() {
        return block.pointer();
    }

    /** The elements as Java reads and writes them; there may be more memory behind them. */
    FloatBuffer floats() {
        return block.floats();
    }

    /** A storage is one of a kind: two over the same memory are two. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
