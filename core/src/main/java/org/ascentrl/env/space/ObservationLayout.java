package org.ascentrl.env.space;

import java.util.List;
import java.util.stream.Stream;

/**
 * The positions of one space's numbers in a row of {@link Observations}: its float32 numbers are contiguous, and so are
 * its bytes.
 *
 * @param leaves the parts that are neither Dict nor Tuple, in their order
 * @param features the length of the flat view
 * @param floats the float32 numbers
 * @param bytes the bytes
 * @param firstFloat the place of the first float32 number among those of the row
 * @param firstByte the place of the first byte among those of the row
 */
record ObservationLayout(
        Space space, List<Space> leaves, int features, int floats, int bytes, int firstFloat, int firstByte) {

    private static final int BYTE = 0xff;

    static ObservationLayout of(Space space) {
        return of(space, 0, 0);
    }

    private static ObservationLayout of(Space space, int firstFloat, int firstByte) {
        List<Space> leaves = leaves(space).toList();
        int features = space.flatSize();
        int bytes = leaves.stream()
                .filter(ObservationLayout::isBytes)
                .mapToInt(Space::flatSize)
                .sum();
        return new ObservationLayout(space, leaves, features, features - bytes, bytes, firstFloat, firstByte);
    }

    private static Stream<Space> leaves(Space space) {
        if (space instanceof Tuple tuple) {
            return tuple.parts().stream().flatMap(ObservationLayout::leaves);
        }
        return space instanceof Dict dict ? leaves(dict.values()) : Stream.of(space);
    }

    private static boolean isBytes(Space leaf) {
        return leaf instanceof Box box && box.dtype() == Box.DType.UINT8;
    }

    /** Returns the size of a row in bytes. */
    int size() {
        return Math.addExact(Math.multiplyExact(floats, Float.BYTES), bytes);
    }

    /** Returns the layout of rows that consist of this space alone. */
    ObservationLayout alone() {
        return new ObservationLayout(space, leaves, features, floats, bytes, 0, 0);
    }

    ObservationLayout part(String name) {
        if (!(space instanceof Dict dict)) {
            throw new IllegalArgumentException("part: observations of " + space + " have no part " + name
                    + "; only those of a Dict have parts with names");
        }
        Space part = dict.get(name);
        return part(dict.spaces().headMap(name).values().stream(), part);
    }

    ObservationLayout part(int i) {
        if (!(space instanceof Tuple tuple)) {
            throw new IllegalArgumentException("part: observations of " + space + " have no part " + i
                    + "; only those of a Tuple have parts with numbers");
        }
        return part(tuple.parts().subList(0, i).stream(), tuple.parts().get(i));
    }

    private ObservationLayout part(Stream<Space> before, Space part) {
        List<ObservationLayout> layouts = before.map(ObservationLayout::of).toList();
        return of(
                part,
                firstFloat
                        + layouts.stream().mapToInt(ObservationLayout::floats).sum(),
                firstByte + layouts.stream().mapToInt(ObservationLayout::bytes).sum());
    }

    void requireLength(int length, String unit) {
        if (length != features) {
            throw new IllegalArgumentException("the observation has " + length + " " + unit + ", but the flat view of "
                    + space + " has " + features);
        }
    }

    /** Copies the float32 numbers and bytes of a row, from these positions on, to a flat view. */
    void toFlat(float[] fromFloats, int floatAt, byte[] fromBytes, int byteAt, float[] flat, int to) {
        int f = floatAt;
        int b = byteAt;
        int at = to;
        for (Space leaf : leaves) {
            int size = leaf.flatSize();
            if (isBytes(leaf)) {
                for (int i = 0; i < size; i++) {
                    flat[at + i] = fromBytes[b + i] & BYTE;
                }
                b += size;
            } else {
                System.arraycopy(fromFloats, f, flat, at, size);
                f += size;
            }
            at += size;
        }
    }

    /** Copies a flat view to the float32 numbers and bytes of a row, from these positions on. */
    void fromFlat(float[] flat, float[] toFloats, int floatAt, byte[] toBytes, int byteAt) {
        int f = floatAt;
        int b = byteAt;
        int at = 0;
        for (Space leaf : leaves) {
            int size = leaf.flatSize();
            if (isBytes(leaf)) {
                for (int i = 0; i < size; i++) {
                    toBytes[b + i] = asByte(flat[at + i], at + i);
                }
                b += size;
            } else {
                System.arraycopy(flat, at, toFloats, f, size);
                f += size;
            }
            at += size;
        }
    }

    private static byte asByte(float x, int i) {
        int whole = (int) x;
        if (whole != x || (whole & BYTE) != whole) {
            throw new IllegalArgumentException(
                    "observation[" + i + "] is " + x + ", but a byte is a whole number from 0 to 255");
        }
        return (byte) whole;
    }
}
