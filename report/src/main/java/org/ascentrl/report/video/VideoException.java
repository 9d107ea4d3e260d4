package org.ascentrl.report.video;

/** A video that cannot be made; the message names it, says why and what to do. */
public final class VideoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VideoException(String message) {
        super(message);
    }

    VideoException(String message, Throwable cause) {
        super(message, cause);
    }
}
