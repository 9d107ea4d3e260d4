package org.ascentrl.backend.djl;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ascentrl.tensor.Scope;

/** The owner of native tensors: a manager for each open scope, above one for retained tensors. */
final class Arena implements AutoCloseable {

    private static final Shape SCALAR = new Shape();

    private final PtNDManager retained;
    private final Deque<PtNDManager> scopes = new ArrayDeque<>();
    private final Device device;
    private PtNDManager current;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    /** Owns {@code retained}. */
    Arena(PtNDManager retained) {
        this.retained = retained;
        device = retained.getDevice();
        current = retained;
    }

    Device device() {
        return device;
    }

    Scope open() {
        PtNDManager scope = (PtNDManager) retained.newSubManager();
        scopes.push(scope);
        current = scope;
        return () -> close(scope);
    }

    /** With it end the scopes that were opened in it and are open still. */
    private void close(PtNDManager scope) {
        if (scopes.contains(scope)) {
            PtNDManager inner;
            do {
                inner = scopes.pop();
                inner.close();
            } while (inner != scope);
            current = scopes.isEmpty() ? retained : scopes.peek();
        }
    }

    /** Moves a new tensor from the manager of the operand that it came from to the scope that is open. */
    PtNDArray own(PtNDArray result) {
        if (result.getManager() != current) {
            result.attach(current);
        }
        return result;
    }

    void retain(PtNDArray array) {
        if (array.getManager() != retained) {
            array.attach(retained);
        }
    }

    PtNDArray scalar(float value) {
        return full(SCALAR, value);
    }

    PtNDArray full(Shape shape, float value) {
        return JniUtils.full(current, shape, value, DataType.FLOAT32, device, SparseFormat.DENSE);
    }

    PtNDArray floats(float[] values, Shape shape) {
        ByteBuffer bytes = staging(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return filled(bytes, shape, DataType.FLOAT32);
    }

    PtNDArray longs(int[] values) {
        ByteBuffer bytes = staging(values.length * Long.BYTES);
        for (int value : values) {
            bytes.putLong(value);
        }
        return filled(bytes.rewind(), new Shape(values.length), DataType.INT64);
    }

    /** A tensor over the buffer, copied: the buffer is used again. */
    private PtNDArray filled(ByteBuffer bytes, Shape shape, DataType type) {
        try (PtNDArray view =
                JniUtils.createNdFromByteBuffer(current, bytes, shape, type, SparseFormat.DENSE, device)) {
            return JniUtils.clone(view);
        }
    }

    /** One buffer for all that goes in: to allocate direct memory costs more than most operations. */
    private ByteBuffer staging(int size) {
        if (staging.capacity() < size) {
            staging = ByteBuffer.allocateDirect(Math.max(size, 2 * staging.capacity()))
                    .order(ByteOrder.nativeOrder());
        }
        return staging.clear().limit(size);
    }

    @Override
    public void close() {
        retained.close();
    }
}
