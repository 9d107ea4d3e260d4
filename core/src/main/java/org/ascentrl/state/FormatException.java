package org.ascentrl.state;

/** A fault in the content of a file, without the name of the file. */
final class FormatException extends Exception {

    private static final long serialVersionUID = 1L;

    FormatException(String message) {
        super(message);
    }
}
