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
     * @return the first observation: the flat view of the observation space; the caller may keep it
     * @throws IllegalArgumentException if the seed is negative
     */
    float[] reset(long seed);

    /** Starts an episode that continues the random stream of the previous one; the first episode draws its own seed. */
    float[] reset();

    /**
     * Starts an episode as {@link #reset(long)}, and writes its first observation to a row. An environment of images
     * overrides this, and {@link #step(Action, Observations, int)}, to write bytes.
     */
    default void reset(long seed, Observations out, int row) {
        out.set(row, reset(seed));
    }

    /**
     * Takes one step as {@link #step(Action)}, and writes the observation to a row.
     *
     * @return the result; its observation may be empty
     */
    default StepResult step(Action action, Observations out, int row) {
        StepResult result = step(action);
        out.set(row, result.observation());
        return result;
    }

    /**
     * Takes one step.
     *
     * @throws IllegalStateException before the first reset, and after the episode's end
     * @throws IllegalArgumentException if the action is not in the action space
     */
    StepResult step(Action action);

    /**
     * Writes the action mask of the current state.
     *
     * @param out receives true for each valid one of the action space's {@link Space#choices()}
     */
    default void actionMask(boolean[] out) {
        Arrays.fill(out, true);
    }

    /** Draws the current state, in a size that the environment chooses; empty if it draws no pictures. */
    default Optional<Frame> render() {
        return Optional.empty();
    }

    /**
     * Draws the current state with {@code width} by {@code height} pixels; scales the picture of {@link #render()}
     * unless overridden.
     */
    default Optional<Frame> render(int width, int height) {
        return render().map(frame -> frame.scaled(width, height));
    }

    /** Returns the number of steps per second of simulated time, at which a video plays. */
    default int framesPerSecond() {
        return 30;
    }

    /** Releases the resources of the environment. Idempotent. */
    @Override
    default void close() {}
}
