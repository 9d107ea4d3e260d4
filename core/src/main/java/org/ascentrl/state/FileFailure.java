package org.ascentrl.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Messages for a file or directory that cannot be made or written. */
public final class FileFailure {

    private FileFailure() {}

    /** An exception that names the file, the cause, and what to check. */
    public static UncheckedIOException cannotWrite(Path file, IOException e) {
        return new UncheckedIOException(
                file + " cannot be written: " + reason(e) + ". See that the disk has room and the directory is there",
                e);
    }

    /** The cause, in words where the system's message is only a file name. */
    public static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException way) {
            return way.getFile() + " is not a directory";
        } else if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        } else if (e instanceof NoSuchFileException absent) {
            return absent.getFile() + ": no such file or directory";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
