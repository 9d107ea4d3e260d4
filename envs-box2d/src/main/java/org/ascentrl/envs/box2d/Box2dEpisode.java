package org.ascentrl.envs.box2d;

import java.awt.Graphics2D;
import org.ascentrl.env.Actions;
import org.ascentrl.random.NumpyGenerator;

/**
 * An episode of a {@link Box2dTask} in a world of its own: {@link Box2dEnvironment} runs one, {@link Box2dVector} several,
 * with the same bits. Operations stand in Gymnasium's order. A step allocates nothing. Used by one thread at a time.
 */
abstract class Box2dEpisode implements AutoCloseable {

    private final PhysicsWorld world;

    /** @param world closed with this */
    Box2dEpisode(PhysicsWorld world) {
        this.world = world;
    }

    final PhysicsWorld world() {
        return world;
    }

    /**
     * Moves on by one step.
     *
     * @param actions that of row {@code row} is in the action space
     * @param random goes on from the episode's start
     * @return the reward
     */
    abstract double advance(Actions actions, int row, NumpyGenerator random);

    /** Whether the last step ended the episode. */
    abstract boolean terminated();

    /** Writes the observation to {@code observations}, from {@code to}. */
    abstract void observe(float[] observations, int to);

    /** Draws the current state. */
    abstract void paint(Graphics2D graphics);

    @Override
    public final void close() {
        world.close();
    }
}
