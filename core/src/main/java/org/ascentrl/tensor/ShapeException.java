package org.ascentrl.tensor;

/** Shapes that do not fit an operation. The message names the operation and every shape involved. */
public final class ShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
