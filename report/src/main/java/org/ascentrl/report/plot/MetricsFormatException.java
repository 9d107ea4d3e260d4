package org.ascentrl.report.plot;

/** A file of metrics that cannot be read; the message names the file, the line and what is wrong. */
public final class MetricsFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MetricsFormatException(String message) {
        super(message);
    }
}
