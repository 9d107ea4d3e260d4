package org.ascentrl.env.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.ascentrl.state.State;

/**
 * The observations of N rows, filled in place: float32 numbers, and bytes where a part of the space is a {@link Box} of
 * {@link Box.DType#UINT8}.
 *
 * <p>D is the length of the space's flat view. Large batches are stored in several arrays. A {@linkplain #part part} is
 * a view of the same numbers, and is filled through its own {@code set}.
 */
public final class Observations {

    /** The largest chunk that fits an array and a saved item. */
    private static final int MAX_CHUNK_BYTES = 1 << 30;

    /** Creates an array type, such as a tensor, from numbers and a shape: {@code tensors::of}. */
    @FunctionalInterface
    public interface Form<T> {
        T of(float[] numbers, int... shape);
    }

    /** Consecutive rows from row {@code first} on: their float32 numbers and their bytes. */
    private record Chunk(int first, float[] floats, byte[] bytes) {}

    private final ObservationLayout layout;
    private final ObservationLayout view;
    private final int rows;
    private final Chunk[] chunks;

    private Observations(ObservationLayout layout, ObservationLayout view, int rows, Chunk... chunks) {
        this.layout = layout;
        this.view = view;
        this.rows = rows;
        this.chunks = chunks;
    }

    /** Returns {@code rows} observations of {@code space}, all 0. */
    public static Observations of(Space space, int rows) {
        ObservationLayout layout = ObservationLayout.of(space);
        return of(layout, rows, Math.max(1, MAX_CHUNK_BYTES / layout.size()));
    }

    static Observations of(ObservationLayout layout, int rows, int rowsPerChunk) {
        List<Chunk> chunks = new ArrayList<>();
        int first = 0;
        do {
            int size = Math.min(rowsPerChunk, rows - first);
            chunks.add(new Chunk(first, new float[size * layout.floats()], new byte[size * layout.bytes()]));
            first += size;
        } while (first < rows);
        return new Observations(layout, layout, rows, chunks.toArray(Chunk[]::new));
    }

    /**
     * Returns observations with the given flat views.
     *
     * @param flat [N, D]; not copied if all numbers are float32
     * @throws IllegalArgumentException if the array does not consist of whole rows, or has a number outside 0 to 255
     *     for a byte
     */
    public static Observations of(Space space, float[] flat) {
        ObservationLayout layout = ObservationLayout.of(space);
        if (flat.length % layout.features() != 0) {
            throw new IllegalArgumentException("Observations: " + flat.length + " numbers are no rows of the "
                    + layout.features() + " that the flat view of " + space + " has");
        }
        int rows = flat.length / layout.features();
        if (layout.bytes() == 0) {
            return new Observations(layout, layout, rows, new Chunk(0, flat, new byte[0]));
        }
        Observations observations = of(space, rows);
        for (int row = 0; row < rows; row++) {
            observations.set(row, Arrays.copyOfRange(flat, row * layout.features(), (row + 1) * layout.features()));
        }
        return observations;
    }

    /**
     * Returns observations of {@code features} unbounded numbers.
     *
     * @param flat [N, features], not copied
     */
    public static Observations of(float[] flat, int features) {
        return of(Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, features), flat);
    }

    /**
     * Joins the first rows of several observations, without a copy.
     *
     * @param parts at least one, all of one space
     * @param counts the number of rows to take of each
     */
    public static Observations concat(List<Observations> parts, int... counts) {
        List<Chunk> chunks = new ArrayList<>();
        int rows = 0;
        for (int i = 0; i < counts.length; i++) {
            for (Chunk chunk : parts.get(i).chunks) {
                if (chunk.first < counts[i]) {
                    chunks.add(new Chunk(rows + chunk.first, chunk.floats, chunk.bytes));
                }
            }
            rows += counts[i];
        }
        ObservationLayout layout = parts.get(0).layout;
        return chunks.isEmpty()
                ? of(layout, 0, 1)
                : new Observations(layout, layout, rows, chunks.toArray(Chunk[]::new));
    }

    /** Returns the size of one observation of {@code space} in bytes. */
    public static int bytes(Space space) {
        return ObservationLayout.of(space).size();
    }

    /** The space of each row. */
    public Space space() {
        return view.space();
    }

    /** N. */
    public int rows() {
        return rows;
    }

    /** D, the length of the flat view of a row. */
    public int features() {
        return view.features();
    }

    /** Returns whether any part consists of bytes. */
    public boolean hasBytes() {
        return view.bytes() > 0;
    }

    /**
     * Returns a view of the named part of each row of a Dict.
     *
     * @throws IllegalArgumentException if the space is not a Dict, or has no such part
     */
    public Observations part(String name) {
        return new Observations(layout, view.part(name), rows, chunks);
    }

    /**
     * Returns a view of part {@code i} of each row of a Tuple.
     *
     * @throws IllegalArgumentException if the space is not a Tuple, or has no such part
     */
    public Observations part(int i) {
        return new Observations(layout, view.part(i), rows, chunks);
    }

    private Chunk chunk(int row) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks[middle].first <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chunks[low];
    }

    private int floatAt(Chunk chunk, int row) {
        return (row - chunk.first) * layout.floats() + view.firstFloat();
    }

    private int byteAt(Chunk chunk, int row) {
        return (row - chunk.first) * layout.bytes() + view.firstByte();
    }

    /**
     * Returns the flat view of all rows [N, D]: the live array, if the observations are all of a single float32 array;
     * else a copy, in which each byte is a number.
     */
    public float[] floats() {
        float[] first = chunks[0].floats;
        if (chunks.length == 1 && features() == layout.features() && !hasBytes() && first.length == rows * features()) {
            return first;
        }
        float[] all = new float[Math.multiplyExact(rows, features())];
        for (int row = 0; row < rows; row++) {
            copyFlat(row, all, row * features());
        }
        return all;
    }

    /** Converts the flat view [N, D], such as to a tensor: {@code observations.to(tensors::of)}. */
    public <T> T to(Form<T> form) {
        return form.of(floats(), rows, features());
    }

    /** Returns a copy of the flat view of a row [D]. */
    public float[] flat(int row) {
        float[] flat = new float[features()];
        copyFlat(row, flat, 0);
        return flat;
    }

    private void copyFlat(int row, float[] target, int to) {
        Chunk chunk = chunk(row);
        view.toFlat(chunk.floats, floatAt(chunk, row), chunk.bytes, byteAt(chunk, row), target, to);
    }

    /**
     * Writes a row.
     *
     * @param flat its flat view [D]
     * @throws IllegalArgumentException if its length is not D, or it has a number other than 0, 1, .., 255 for a byte
     */
    public void set(int row, float[] flat) {
        view.requireLength(flat.length, "numbers");
        Chunk chunk = chunk(row);
        view.fromFlat(flat, chunk.floats, floatAt(chunk, row), chunk.bytes, byteAt(chunk, row));
    }

    /**
     * Writes a row of bytes.
     *
     * @param bytes unsigned [D]
     * @throws IllegalArgumentException if their number is not D, or the space is not a Box of bytes
     */
    public void set(int row, byte[] bytes) {
        if (view.bytes() != features()) {
            throw new IllegalArgumentException("set: an observation of " + space() + " is not of bytes alone");
        }
        view.requireLength(bytes.length, "bytes");
        Chunk chunk = chunk(row);
        System.arraycopy(bytes, 0, chunk.bytes, byteAt(chunk, row), bytes.length);
    }

    /** Returns whether all numbers of a row are finite. */
    public boolean isFinite(int row) {
        Chunk chunk = chunk(row);
        int from = floatAt(chunk, row);
        boolean finite = true;
        for (int i = from; finite && i < from + view.floats(); i++) {
            finite = Float.isFinite(chunk.floats[i]);
        }
        return finite;
    }

    /** Returns a copy of the given rows, in their order. */
    public Observations rows(int... chosen) {
        Observations copy = room(chosen.length);
        for (int i = 0; i < chosen.length; i++) {
            copy.copy(this, chosen[i], i, 1);
        }
        return copy;
    }

    /** Returns a copy with {@code count} rows: these, then rows of 0. */
    public Observations grown(int count) {
        Observations copy = room(count);
        copy.copy(this, 0, 0, Math.min(rows, count));
        return copy;
    }

    /** Returns {@code count} observations of the same space, all 0. */
    public Observations room(int count) {
        ObservationLayout own = view.alone();
        return of(own, count, Math.max(1, MAX_CHUNK_BYTES / own.size()));
    }

    /** Copies {@code count} rows of {@code source}, of the same space, from row {@code from} to this, from row {@code to}. */
    public void copy(Observations source, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            Chunk a = source.chunk(from + i);
            Chunk b = chunk(to + i);
            System.arraycopy(a.floats, source.floatAt(a, from + i), b.floats, floatAt(b, to + i), view.floats());
            if (hasBytes()) {
                System.arraycopy(a.bytes, source.byteAt(a, from + i), b.bytes, byteAt(b, to + i), view.bytes());
            }
        }
    }

    /**
     * Names the first rows to a state, chunk by chunk: the items {@code floats} and {@code bytes}, then
     * {@code floats1}, {@code bytes1} and so on.
     *
     * @param used the number of rows that are saved
     */
    public void state(State s, IntSupplier used) {
        state(s, used, false);
    }

    /**
     * Names all rows to a state as {@link #state(State, IntSupplier)} does; only the same number of rows can be
     * restored.
     */
    public void state(State s) {
        state(s, () -> rows, true);
    }

    private void state(State s, IntSupplier used, boolean exact) {
        for (int i = 0; i < chunks.length; i++) {
            Chunk chunk = chunks[i];
            int capacity = (i + 1 < chunks.length ? chunks[i + 1].first : rows) - chunk.first;
            IntSupplier saved = () -> Math.max(0, Math.min(capacity, used.getAsInt() - chunk.first));
            String number = i == 0 ? "" : Integer.toString(i);
            s.floats(
                    "floats" + number,
                    exact ? new int[] {capacity, layout.floats()} : State.any(),
                    () -> Arrays.copyOf(chunk.floats, saved.getAsInt() * layout.floats()),
                    floats -> System.arraycopy(floats, 0, chunk.floats, 0, floats.length));
            if (hasBytes()) {
                s.bytes(
                        "bytes" + number,
                        exact ? new int[] {capacity, layout.bytes()} : State.any(),
                        () -> Arrays.copyOf(chunk.bytes, saved.getAsInt() * layout.bytes()),
                        bytes -> System.arraycopy(bytes, 0, chunk.bytes, 0, bytes.length));
            }
        }
    }
}
