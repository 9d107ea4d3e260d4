package org.ascentrl.envs.box2d;

import java.util.Arrays;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.InPlaceVectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** Several of one {@link Box2dTask}, each in a world of its own. A step allocates nothing, but for the next episode's world. */
final class Box2dVector extends InPlaceVectorEnvironment {

    private final Box2dTask task;
    private final @Nullable Box2dEpisode[] episodes;
    private final NumpyGenerator[] randoms;

    Box2dVector(EnvironmentSpec spec, Box2dTask task, int slots) {
        super(spec, slots);
        this.task = task;
        episodes = new Box2dEpisode[slots];
        randoms = new NumpyGenerator[slots];
        Arrays.setAll(randoms, slot -> new NumpyGenerator(0));
    }

    @Override
    protected void start(int slot, long seed) {
        close(slot);
        randoms[slot].reseed(seed);
        episodes[slot] = task.begin(randoms[slot]);
    }

    @Override
    protected void observeStart(int slot, float[] observations, int to) {
        observe(slot, observations, to);
    }

    @Override
    protected double advance(int slot, Actions actions) {
        return episode(slot).advance(actions, slot, randoms[slot]);
    }

    @Override
    protected boolean terminated(int slot) {
        return episode(slot).terminated();
    }

    @Override
    protected void observe(int slot, float[] observations, int to) {
        episode(slot).observe(observations, to);
    }

    private Box2dEpisode episode(int slot) {
        Box2dEpisode episode = episodes[slot];
        if (episode == null) {
            throw new IllegalStateException(spec().id() + ": step after close. Call reset.");
        }
        return episode;
    }

    private void close(int slot) {
        Box2dEpisode episode = episodes[slot];
        if (episode != null) {
            episode.close();
            episodes[slot] = null;
        }
    }

    @Override
    public void close() {
        for (int slot = 0; slot < size(); slot++) {
            close(slot);
        }
    }
}
