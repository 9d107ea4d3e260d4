package org.ascentrl.state;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The state of an object at one moment: an immutable set of named arrays (float32, float64, int64, uint8), each with a shape.
 *
 * <p>Names keep the order in which they were given, which counts neither for {@link #equals} nor for {@link #sha256}.
 * Elements are kept and compared by their bits: NaN payloads survive, and 0.0 differs from −0.0. Thread-safe.
 */
public final class Snapshot {

    private final Map<String, Item> items;

    /** Takes {@code items}, whose order is that of the snapshot, over. */
    Snapshot(Map<String, Item> items) {
        this.items = Collections.unmodifiableMap(items);
    }

    /**
     * Copies every item that {@code object} names; its setters are not called.
     *
     * @throws IllegalStateException naming the item, if a name is empty or was given before, or a shape does not match
     *     the length of its array
     */
    public static Snapshot of(Stateful object) {
        Writer writer = new Writer();
        object.state(writer);
        return new Snapshot(writer.items);
    }

    /**
     * Reads the bytes of {@link #toBytes}, or of any other safetensors file. They need not be trusted: they are checked as
     * {@link SafeTensors#read} checks a file.
     *
     * @throws StateException naming the fault, if the bytes are not of this format
     */
    public static Snapshot of(byte[] safetensors) {
        return SafeTensors.ofBytes(safetensors);
    }

    /**
     * The names of every item that {@code object} names, in their order; neither getters nor setters are called.
     *
     * @throws IllegalStateException naming the item, if a name is empty or was given before
     */
    public static Set<String> namesOf(Stateful object) {
        Set<String> names = new LinkedHashSet<>();
        object.state(new ItemVisitor() {
            @Override
            void item(String name, DType dtype, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * The bytes of a safetensors file with these items, to send or to store. Equal snapshots give the same bytes.
     *
     * @throws IllegalArgumentException if an item is named {@code __metadata__}, or there are more than 2³¹ − 9 bytes
     */
    public byte[] toBytes() {
        return SafeTensors.toBytes(this);
    }

    /**
     * Sets every item of {@code object} to what was saved. All items are checked before the first setter is called: if
     * one is missing or has another type or shape, or if the object does not name one that was saved, nothing is set.
     *
     * <p>Setters are not expected to throw. Should one reject its values all the same, the items named before it have
     * been set, and the object is to be discarded.
     *
     * @throws StateException listing every problem on a line of its own, or naming the item whose setter threw
     * @throws IllegalStateException naming the item, if a name is empty or was given before, or an extent is negative
     *     and not {@code -1}
     */
    public void restore(Stateful object) {
        Restoration restoration = new Restoration(items);
        object.state(restoration);
        restoration.apply();
    }

    /** The names of all items in their order; unmodifiable. */
    public Set<String> names() {
        return items.keySet();
    }

    /**
     * The element type of an item.
     *
     * @throws StateException if there is no item {@code name}
     */
    public DType dtype(String name) {
        return item(name).dtype();
    }

    /**
     * The extent of each axis, in an array of the caller's own; empty for a scalar.
     *
     * @throws StateException if there is no item {@code name}
     */
    public int[] shape(String name) {
        return item(name).shape().clone();
    }

    /**
     * A copy of a float32 item, row-major.
     *
     * @throws StateException if there is no item {@code name}, or one of another type
     */
    public float[] floats(String name) {
        return LittleEndian.floats(item(name, DType.F32).bytes());
    }

    /**
     * A copy of a float64 item, row-major.
     *
     * @throws StateException if there is no item {@code name}, or one of another type
     */
    public double[] doubles(String name) {
        return LittleEndian.doubles(item(name, DType.F64).bytes());
    }

    /**
     * A copy of an int64 item, row-major.
     *
     * @throws StateException if there is no item {@code name}, or one of another type
     */
    public long[] longs(String name) {
        return LittleEndian.longs(item(name, DType.I64).bytes());
    }

    /**
     * A copy of a uint8 item, row-major.
     *
     * @throws StateException if there is no item {@code name}, or one of another type
     */
    public byte[] bytes(String name) {
        return item(name, DType.U8).bytes().clone();
    }

    /**
     * The items of the part {@code prefix}, without {@code prefix.} in their names; none if there is no such part.
     *
     * @throws IllegalArgumentException if {@code prefix} is empty or has no UTF-8 form
     */
    public Snapshot part(String prefix) {
        String start = start(prefix);
        Map<String, Item> taken = new LinkedHashMap<>();
        items.forEach((name, item) -> {
            if (name.length() > start.length() && name.startsWith(start)) {
                taken.put(name.substring(start.length()), item);
            }
        });
        return new Snapshot(taken);
    }

    /**
     * The SHA-256 of names, types, shapes and elements as 64 lower-case hexadecimal digits. Equal snapshots, and in
     * practice only these, have the same.
     *
     * <p>The bytes digested are, for one item after the other in ascending order of their names (compared by unsigned
     * UTF-8 bytes), with all integers in 8 bytes, little-endian:
     *
     * <ol>
     *   <li>the number of bytes of the name in UTF-8; the name in UTF-8
     *   <li>the type in three ASCII characters: {@code F32}, {@code F64}, {@code I64}, or {@code U8} and a space
     *   <li>the number of axes; the extent of each axis
     *   <li>the elements, row-major, each in 1 (U8), 4 (F32) or 8 bytes, little-endian
     * </ol>
     */
    public String sha256() {
        MessageDigest digest = sha256Digest();
        items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Names.BY_UTF8))
                .forEach(entry -> digest(entry.getKey(), entry.getValue(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** Names, types and shapes. */
    @Override
    public String toString() {
        return "Snapshot" + items;
    }

    /** All items by name, in their order; unmodifiable. */
    Map<String, Item> items() {
        return items;
    }

    private Item item(String name, DType dtype) {
        Item item = item(name);
        if (item.dtype() != dtype) {
            throw new StateException("Item %s is %s, expected %s.".formatted(Names.quoted(name), item, dtype));
        }
        return item;
    }

    private Item item(String name) {
        Item item = items.get(name);
        if (item == null) {
            throw new StateException("There is no item %s. Available: %s"
                    .formatted(Names.quoted(name), Names.quoted(String.join(", ", items.keySet()))));
        }
        return item;
    }

    private static String start(String prefix) {
        if (prefix.isEmpty() || !Names.isUnicode(prefix)) {
            throw new IllegalArgumentException(
                    "The prefix %s is empty or has no UTF-8 form; name a part.".formatted(Names.quoted(prefix)));
        }
        return prefix + ".";
    }

    private static void digest(String name, Item item, MessageDigest digest) {
        byte[] utf8 = name.getBytes(UTF_8);
        int[] shape = item.shape();
        digest.update(integers(utf8.length));
        digest.update(utf8);
        digest.update("%-3s".formatted(item.dtype()).getBytes(UTF_8));
        digest.update(integers(shape.length));
        digest.update(integers(shape));
        digest.update(item.bytes());
    }

    private static byte[] integers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class Writer extends ItemVisitor {

        private final Map<String, Item> items = new LinkedHashMap<>();

        @Override
        void item(String name, DType dtype, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
            byte[] bytes = get.get();
            items.put(name, new Item(dtype, extents(name, shape, bytes.length / dtype.bytes()), bytes));
        }

        /** A copy of {@code shape} with {@code -1} replaced by what the length of the array leaves for it. */
        private static int[] extents(String name, int[] shape, int length) {
            int[] extents = shape.clone();
            long known = Item.elements(shape);
            long open = Arrays.stream(shape).filter(extent -> extent == -1).count();
            boolean matches =
                    open == 0 ? known == length : open == 1 && (known == 0 ? length == 0 : length % known == 0);
            if (!matches) {
                throw new IllegalStateException(
                        "Item %s has %d elements, which is not one array of shape %s; the product of the extents is the length, and at most one is -1."
                                .formatted(Names.quoted(name), length, Arrays.toString(shape)));
            }
            for (int axis = 0; axis < extents.length; axis++) {
                if (extents[axis] == -1) {
                    extents[axis] = known == 0 ? 0 : (int) (length / known);
                }
            }
            return extents;
        }
    }
}
