package org.ascentrl.app;

/** A command line that cannot be followed; the message says why and what to do. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUseException(String message) {
        super(message);
    }

    WrongUseException(String message, Throwable cause) {
        super(message, cause);
    }

    WrongUseException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
