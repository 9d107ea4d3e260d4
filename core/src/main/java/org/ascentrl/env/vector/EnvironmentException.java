package org.ascentrl.env.vector;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Action;
import org.jspecify.annotations.Nullable;

/** Thrown when an environment fails. The message names the environment, the episode, the step and the action. */
public final class EnvironmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String environment;
    private final int slot;
    private final String what;

    private EnvironmentException(String environment, int slot, String what, @Nullable Throwable cause) {
        super(environment + ", slot " + slot + ", " + what, cause);
        this.environment = environment;
        this.slot = slot;
        this.what = what;
    }

    /** Returns a failure in a step, counted from 1, of the episode that {@code seed} started. */
    public static EnvironmentException inStep(
            EnvironmentSpec spec, int slot, long seed, long step, Action action, String what) {
        return new EnvironmentException(spec.id(), slot, episode(seed) + step(step, action) + what, null);
    }

    /** Returns an exception in a step, counted from 1, of the episode that {@code seed} started. */
    public static EnvironmentException inStep(
            EnvironmentSpec spec, int slot, long seed, long step, Action action, RuntimeException cause) {
        return new EnvironmentException(spec.id(), slot, episode(seed) + step(step, action) + cause, cause);
    }

    /** Returns a failure in the reset that starts the episode of {@code seed}. */
    public static EnvironmentException inReset(EnvironmentSpec spec, int slot, long seed, String what) {
        return new EnvironmentException(spec.id(), slot, episode(seed) + ", reset: " + what, null);
    }

    /** Returns an exception in the reset that starts the episode of {@code seed}. */
    public static EnvironmentException inReset(EnvironmentSpec spec, int slot, long seed, RuntimeException cause) {
        return new EnvironmentException(spec.id(), slot, episode(seed) + ", reset: " + cause, cause);
    }

    /**
     * Returns this failure with the slot counted from {@code first}, for a vector environment that runs a part of all
     * slots.
     */
    public EnvironmentException withSlotsFrom(int first) {
        EnvironmentException moved = new EnvironmentException(environment, first + slot, what, getCause());
        moved.setStackTrace(getStackTrace());
        return moved;
    }

    private static String episode(long seed) {
        return "episode with seed " + seed;
    }

    private static String step(long step, Action action) {
        return ", step " + step + ", action " + action + ": ";
    }
}
