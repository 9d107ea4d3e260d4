package org.ascentrl.run;

/** A run directory that cannot be used; the message names it and what to do. */
public final class RunDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunDirectoryException(String message) {
        super(message);
    }

    public RunDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
