package org.ascentrl.envs.box2d;

import java.awt.Graphics2D;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.NumpyGenerator;

/**
 * An episode of a {@link Box2dTask} in a world of its own: {@link Box2dEnvironment} runs one, {@link Box2dVector} several,
 * with the same bits. Operations stand in Gymnasium's order. A step allocates nothing. Used by one thread at a time.
 */
abstract class Box2dEpisode implements AutoCloseable {

    private final PhysicsWorld world;
    private final double[] state;

    /**
     * @param world closed with this
     * @param features how many numbers an observation has
     */
    Box2dEpisode(PhysicsWorld world, int features) {
        this.world = world;
        state = new double[features];
    }

    final PhysicsWorld world() {
        return world;
    }

    /** The numbers of the observation, before they are rounded: to be written by each step. */
    final double[] state() {
        return state;
    }

    /**
     * Moves on by one step.
     *
     * @param actions that of row {@code row} is in the action space
     * @param random goes on from the episode's start
     * @return the reward
     */
    abstract double advance(Actions actions, int row, NumpyGenerator random);

    /** Returns whether the last step ended the episode. */
    abstract boolean terminated();

    /** Writes the observation to {@code observations}, from {@code to}. */
    final void observe(float[] observations, int to) {
        for (int i = 0; i < state.length; i++) {
            observations[to + i] = (float) state[i];
        }
    }

    /** Draws the current state. */
    abstract void paint(Graphics2D graphics);

    @Override
    public final void close() {
        world.close();
    }
}
