package org.ascentrl.state;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;

/** Arrays to little-endian bytes and back, bit for bit (NaN payloads and signed zeros included). */
final class LittleEndian {

    /** The number of bytes that one array of every JVM may hold. */
    static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private LittleEndian() {}

    static byte[] bytes(String name, float[] values) {
        byte[] bytes = new byte[size(name, values.length, Float.BYTES)];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes;
    }

    static byte[] bytes(String name, double[] values) {
        byte[] bytes = new byte[size(name, values.length, Double.BYTES)];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asDoubleBuffer().put(values);
        return bytes;
    }

    static byte[] bytes(String name, long[] values) {
        byte[] bytes = new byte[size(name, values.length, Long.BYTES)];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asLongBuffer().put(values);
        return bytes;
    }

    static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    static double[] doubles(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    static long[] longs(byte[] bytes) {
        long[] values = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }

    private static int size(String name, int elements, int size) {
        if ((long) elements * size > MAX_BYTES) {
            throw new IllegalStateException(
                    "Item %s has %d elements of %d bytes; one item holds at most %d bytes: name it in parts."
                            .formatted(Names.quoted(name), elements, size, MAX_BYTES));
        }
        return elements * size;
    }
}
