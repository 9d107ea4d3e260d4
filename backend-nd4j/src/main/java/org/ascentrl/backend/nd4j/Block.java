package org.ascentrl.backend.nd4j;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/** Native memory that ND4J allocated, with the number of storages that use it. */
final class Block {

    private final INDArray array;
    private final OpaqueDataBuffer opaque;
    private final FloatPointer pointer;
    private final FloatBuffer floats;
    private int users;

    /** Room for {@code capacity} numbers, which is at least one. */
    Block(int capacity) {
        array = Nd4j.createUninitialized(DataType.FLOAT, new long[] {capacity}, 'c');
        opaque = ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
        pointer = (FloatPointer) array.data().pointer();
        floats = array.data().asNioFloat();
    }

    int capacity() {
        return floats.capacity();
    }

    OpaqueDataBuffer opaque() {
        return opaque;
    }

    FloatPointer pointer() {
        return pointer;
    }

    FloatBuffer floats() {
        return floats;
    }

    void use() {
        users++;
    }

    /** Returns whether nothing uses it any more. */
    boolean release() {
        users--;
        return users == 0;
    }

    void close() {
        array.close();
    }
}
