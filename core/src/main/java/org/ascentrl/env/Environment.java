package org.ascentrl.env;

import java.util.Arrays;
import java.util.Optional;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;

/**
 * A task in which one agent acts, step by step, in episodes: the contract of Gymnasium's {@code Env}.
 *
 * <p>Two instances with the same settings, seed and actions give the same bits. An instance is used by one thread at a
 * time.
 */
public interface Environment extends AutoCloseable {

    EnvironmentSpec spec();

    /**
     * Starts an episode from a seed, which fixes all randomness from here on.
     *
     * @param seed not negative
     * @return the first observation: the flat view of the observation space, the caller's to keep
     * @throws IllegalArgumentException if the seed is negative
     */
    float[] reset(long seed);

    /** Starts an episode that continues the random stream of the last; the first one ever draws its own seed. */
    float[] reset();

    /**
     * Starts an episode as {@link #reset(long)}, and writes its first observation to a row. An environment of images
     * overrides this, and {@link #step(Action, Observations, int)}, to write bytes.
     */
    default void reset(long seed, Observations out, int row) {
        out.set(row, reset(seed));
    }

    /**
     * Acts once as {@link #step(Action)}, and writes the observation to a row.
     *
     * @return the result; its observation may be empty
     */
    default StepResult step(Action action, Observations out, int row) {
        StepResult result = step(action);
        out.set(row, result.observation());
        return result;
    }

    /**
     * Acts once.
     *
     * @throws IllegalStateException before the first reset, and after the episode's end
     * @throws IllegalArgumentException if the action is not in the action space
     */
    StepResult step(Action action);

    /**
     * Writes the choices that the current state allows.
     *
     * @param out filled: {@code true} for each of the action space's {@link Space#choices()} that is allowed
     */
    default void actionMask(boolean[] out) {
        Arrays.fill(out, true);
    }

    /** A picture of the current state, where the environment can draw one, in the size that it chooses. */
    default Optional<Frame> render() {
        return Optional.empty();
    }

    /** The same with {@code width} by {@code height} pixels: scaled, unless the environment draws it anew. */
    default Optional<Frame> render(int width, int height) {
        return render().map(frame -> frame.scaled(width, height));
    }

    /** The number of steps in a second of the time that the pictures show. */
    default int framesPerSecond() {
        return 30;
    }

    /** Frees what the environment holds. Idempotent. */
    @Override
    default void close() {}
}
