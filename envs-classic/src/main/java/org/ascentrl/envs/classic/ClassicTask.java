package org.ascentrl.envs.classic;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.Task;
import org.ascentrl.env.space.Space;
import org.ascentrl.random.NumpyGenerator;

/**
 * The rules of a classic-control task, as functions over a slice of an array of states: {@link ClassicEnvironment} steps
 * one, {@link ClassicVector} several that lie one behind the other, with the same bits. Operations stand in Gymnasium's
 * order. Used by one thread at a time.
 */
abstract class ClassicTask implements Task {

    private final int stateSize;

    /** @param stateSize how many numbers describe a state */
    ClassicTask(int stateSize) {
        this.stateSize = stateSize;
    }

    final int stateSize() {
        return stateSize;
    }

    /** {@code Discrete}, or {@code Box} of one number. */
    @Override
    public abstract Space actionSpace();

    @Override
    public final ClassicEnvironment environment(EnvironmentSpec spec) {
        return new ClassicEnvironment(spec, this);
    }

    @Override
    public final ClassicVector vector(EnvironmentSpec spec, int slots) {
        return new ClassicVector(spec, this, slots);
    }

    /** Draws the state at {@code at} that an episode starts from. */
    abstract void start(NumpyGenerator random, double[] states, int at);

    /**
     * Moves the state at {@code at} on by one step.
     *
     * @param states modified
     * @param action the one number of an action; a real one outside its space acts as the nearest within
     * @param random goes on from the episode's start
     * @return the reward
     */
    abstract double advance(double[] states, int at, double action, NumpyGenerator random);

    /** Returns whether the state at {@code at}, which a step led to, ends the episode. */
    abstract boolean terminated(double[] states, int at);

    /** Writes the observation of the state at {@code at} to {@code observations}, from {@code to}. */
    abstract void observe(double[] states, int at, float[] observations, int to);

    /** The same for the state that an episode starts from. */
    void observeStart(double[] states, int at, float[] observations, int to) {
        observe(states, at, observations, to);
    }

    abstract ClassicPicture picture();

    abstract int framesPerSecond();
}
