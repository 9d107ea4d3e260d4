package org.ascentrl.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Snapshots in files of the <a href="https://github.com/huggingface/safetensors#format">safetensors</a> format: the
 * length of the header in 8 little-endian bytes; a JSON header with the type, shape and place of each array; the
 * elements of all arrays, row-major and little-endian. Of the format's types F32, F64, I64 and U8 are supported.
 *
 * <p>Neither method minds an interrupted thread: a run that is asked to stop can still save.
 */
public final class SafeTensors {

    private static final int CHUNK = 1 << 16;

    private SafeTensors() {}

    /**
     * The contents of a file.
     *
     * @param snapshot the arrays, in the order of their places in the file; empty arrays at one place in order of name
     * @param metadata the texts of the header's {@code __metadata__}, in order of key; unmodifiable
     */
    public record Contents(Snapshot snapshot, Map<String, String> metadata) {

        public Contents {
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }
    }

    /**
     * Writes {@code file}, or replaces it in one step: the bytes go to a temporary file beside it, are forced to the
     * device, and only then take the name. A failure leaves what was there before, and no temporary file. Equal
     * snapshots with equal metadata give the same bytes; each array starts at a multiple of the size of its elements.
     *
     * @param file on the default file system, in a directory that exists
     * @param metadata texts stored in the header as {@code __metadata__}
     * @throws IllegalArgumentException if an item is named {@code __metadata__}, a metadata text has no UTF-8 form, or
     *     the header exceeds the limits of {@link #read}
     * @throws StateException naming the file and the cause, if it cannot be written
     */
    public static void write(Path file, Snapshot snapshot, Map<String, String> metadata) {
        Encoded encoded = new Encoded(snapshot, metadata);
        try {
            AtomicFile.write(file, encoded::write);
        } catch (IOException e) {
            throw new StateException(
                    "%s could not be written: %s. Choose a file in a directory that exists, may be written to and has room."
                            .formatted(file, e),
                    e);
        }
    }

    /**
     * Reads a file of this or any other writer. A file need not be trusted: lengths are checked against the file before
     * anything is allocated, the header is limited in size (16 MiB, of which 1 MiB outside of its strings) and nesting
     * (8), and the arrays must fill the rest of the file without overlap or gap.
     *
     * @throws StateException naming the file, what is wrong with it and what to do, if it cannot be read, is not of this
     *     format, or does not fit into the heap
     */
    public static Contents read(Path file) {
        return read(file, Runtime.getRuntime().maxMemory());
    }

    static Contents read(Path file, long heap) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new FormatException(Files.exists(file) ? "it is not a regular file" : "there is no such file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, Files.size(file), heap);
            }
        } catch (FormatException e) {
            throw new StateException(
                    "%s cannot be read as safetensors: %s. Choose a complete .safetensors file with arrays of F32, F64, I64 and U8 only."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new StateException("%s could not be read: %s. Choose a file that may be read.".formatted(file, e), e);
        }
    }

    private static Contents read(InputStream in, long size, long heap) throws IOException, FormatException {
        if (size < Long.BYTES) {
            throw new FormatException("it has %d bytes, and the length of the header alone takes 8".formatted(size));
        }
        long length = ByteBuffer.wrap(read(in, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        long rest = size - Long.BYTES;
        if (length < 0 || length > rest) {
            throw new FormatException("its header should have %s bytes, and it has only %d more"
                    .formatted(Long.toUnsignedString(length), rest));
        }
        if (length > BoundedJson.MAX_BYTES) {
            throw new FormatException(
                    "its header has %d bytes, and at most %d are read".formatted(length, BoundedJson.MAX_BYTES));
        }
        long data = rest - length;
        if (data > heap) {
            throw new FormatException(
                    "its arrays take %d bytes, and the heap of this JVM is limited to %d (-Xmx)".formatted(data, heap));
        }
        SafeTensorsHeader header = SafeTensorsHeader.parse(read(in, (int) length), data);
        Map<String, Item> items = new LinkedHashMap<>();
        for (SafeTensorsHeader.Entry entry : header.entries()) {
            byte[] bytes = read(in, (int) (entry.end() - entry.begin()));
            items.put(entry.name(), new Item(entry.dtype(), entry.shape(), bytes));
        }
        return new Contents(new Snapshot(items), header.metadata());
    }

    /** The bytes that {@link #write} writes. */
    static byte[] toBytes(Snapshot snapshot) {
        Encoded encoded = new Encoded(snapshot, Map.of());
        if (encoded.size() > LittleEndian.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A snapshot of %d bytes is not one array; at most %d are: take it in parts."
                            .formatted(encoded.size(), LittleEndian.MAX_BYTES));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) encoded.size());
        try {
            encoded.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Reads bytes as {@link #read(Path)} reads a file. */
    static Snapshot ofBytes(byte[] bytes) {
        try {
            return read(
                            new ByteArrayInputStream(bytes),
                            bytes.length,
                            Runtime.getRuntime().maxMemory())
                    .snapshot();
        } catch (FormatException e) {
            throw new StateException(
                    "The bytes cannot be read as safetensors: %s. Pass all bytes of a snapshot."
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A snapshot with its header, ready to be written. */
    private record Encoded(byte[] header, Collection<Item> items) {

        Encoded(Snapshot snapshot, Map<String, String> metadata) {
            this(SafeTensorsHeader.inFileOrder(snapshot.items()), metadata);
        }

        private Encoded(Map<String, Item> items, Map<String, String> metadata) {
            this(SafeTensorsHeader.render(items, metadata), items.values());
        }

        long size() {
            return Long.BYTES
                    + header.length
                    + items.stream().mapToLong(item -> item.bytes().length).sum();
        }

        void write(OutputStream out) throws IOException {
            out.write(littleEndian(header.length));
            out.write(header);
            for (Item item : items) {
                SafeTensors.write(item.bytes(), out);
            }
        }
    }

    /** In chunks: the JDK's streams copy each request into native memory of the same size. */
    private static byte[] read(InputStream in, int length) throws IOException, FormatException {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int wanted = Math.min(CHUNK, length - at);
            if (in.readNBytes(bytes, at, wanted) < wanted) {
                throw new FormatException("it became shorter while it was read");
            }
            at += wanted;
        }
        return bytes;
    }

    private static void write(byte[] bytes, OutputStream out) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int wanted = Math.min(CHUNK, bytes.length - at);
            out.write(bytes, at, wanted);
            at += wanted;
        }
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
