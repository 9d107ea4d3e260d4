package org.ascentrl.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that appears complete or not at all: it is written to a temporary file beside its target, which takes the target's
 * name in one step. Without a {@link #commit} the target stays as it was.
 */
public final class AtomicFile implements AutoCloseable {

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    private final Path target;
    private final Path temporary;

    /** @param target on the default file system, in a directory that exists */
    public AtomicFile(Path target) {
        this.target = target.toAbsolutePath();
        String suffix = "." + UUID.randomUUID().toString().substring(0, 8) + ".tmp";
        temporary = this.target.resolveSibling(this.target.getFileName() + suffix);
    }

    /**
     * Writes {@code target}, or replaces it in one step; the bytes are forced to the device before.
     *
     * @throws IOException if it cannot be written; then the target is as it was
     */
    public static void write(Path target, Content content) throws IOException {
        try (AtomicFile file = new AtomicFile(target)) {
            if (!Files.isDirectory(target.toAbsolutePath().resolveSibling(""))) {
                throw new NoSuchFileException(target.toString());
            }
            try (FileOutputStream out = new FileOutputStream(file.temporary.toFile())) { // a channel minds interrupts
                content.writeTo(out);
                out.getFD().sync();
            }
            file.commit();
        }
    }

    /** The file to write to. */
    public Path temporary() {
        return temporary;
    }

    /**
     * Gives the temporary file the name of the target.
     *
     * @throws IOException if that fails
     */
    public void commit() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Removes the temporary file, if there is one.
     *
     * @throws IOException if it cannot be removed
     */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
