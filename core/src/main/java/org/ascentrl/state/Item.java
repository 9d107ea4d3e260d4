package org.ascentrl.state;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One saved array: its type, its shape (no {@code -1}) and its elements as little-endian bytes. Immutable by contract. */
final class Item {

    private final DType dtype;
    private final int[] shape;
    private final byte[] bytes;

    /** Takes both arrays over: neither may be modified afterwards. */
    Item(DType dtype, int[] shape, byte[] bytes) {
        this.dtype = dtype;
        this.shape = shape;
        this.bytes = bytes;
    }

    DType dtype() {
        return dtype;
    }

    /** Not to be modified. */
    int[] shape() {
        return shape;
    }

    /** Not to be modified. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns whether the type is {@code wanted} and each extent is the allowed one; {@code -1} allows any. */
    boolean fits(DType wanted, int[] allowed) {
        if (dtype != wanted || shape.length != allowed.length) {
            return false;
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (allowed[axis] != -1 && allowed[axis] != shape[axis]) {
                return false;
            }
        }
        return true;
    }

    /** The product of the extents, {@code -1} counting as 1; whatever exceeds an {@code int} is 2³¹. */
    static long elements(int[] shape) {
        long product = 1;
        for (int extent : shape) {
            // cannot overflow, and an axis of extent 0 still makes it 0
            product = Math.min(product * Math.abs(extent), 1L << 31);
        }
        return product;
    }

    /** As in {@code F32 [any, 4]}. */
    static String describe(DType dtype, int[] shape) {
        return Arrays.stream(shape)
                .mapToObj(extent -> extent == -1 ? "any" : Integer.toString(extent))
                .collect(Collectors.joining(", ", dtype + " [", "]"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item that
                && dtype == that.dtype
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dtype.name().hashCode() + Arrays.hashCode(shape)) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return describe(dtype, shape);
    }
}
