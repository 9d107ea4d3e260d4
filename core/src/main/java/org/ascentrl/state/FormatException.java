package org.ascentrl.state;

/** What is wrong with the content of a file, without the name of the file. */
final class FormatException extends Exception {

    private static final long serialVersionUID = 1L;

    FormatException(String message) {
        super(message);
    }
}
