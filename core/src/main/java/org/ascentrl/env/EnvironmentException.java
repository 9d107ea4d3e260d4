package org.ascentrl.env;

/** An environment that failed: the message says which, in which episode, at which step and on which action. */
public final class EnvironmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EnvironmentException(String message) {
        super(message);
    }

    private EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure in step {@code step}, counted from 1, of the episode that {@code seed} started. */
    public static EnvironmentException inStep(
            EnvironmentSpec spec, int slot, long seed, long step, Action action, String what) {
        return new EnvironmentException(
                place(spec, slot, seed) + ", step " + step + ", action " + action + ": " + what);
    }

    /** An exception in step {@code step}, counted from 1, of the episode that {@code seed} started. */
    public static EnvironmentException inStep(
            EnvironmentSpec spec, int slot, long seed, long step, Action action, RuntimeException cause) {
        return new EnvironmentException(
                place(spec, slot, seed) + ", step " + step + ", action " + action + ": " + cause, cause);
    }

    /** A failure in the reset that starts the episode of {@code seed}. */
    public static EnvironmentException inReset(EnvironmentSpec spec, int slot, long seed, String what) {
        return new EnvironmentException(place(spec, slot, seed) + ", reset: " + what);
    }

    /** An exception in the reset that starts the episode of {@code seed}. */
    public static EnvironmentException inReset(EnvironmentSpec spec, int slot, long seed, RuntimeException cause) {
        return new EnvironmentException(place(spec, slot, seed) + ", reset: " + cause, cause);
    }

    private static String place(EnvironmentSpec spec, int slot, long seed) {
        return spec.id() + ", slot " + slot + ", episode with seed " + seed;
    }
}
