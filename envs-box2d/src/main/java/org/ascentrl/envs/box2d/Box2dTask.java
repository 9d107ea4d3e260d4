package org.ascentrl.envs.box2d;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.Task;
import org.ascentrl.random.NumpyGenerator;

/** The rules of a Box2D task: its spaces, and how an episode of it begins. Immutable. */
abstract class Box2dTask implements Task {

    /** @throws IllegalStateException if Box2D's native library does not load */
    @Override
    public final Box2dEnvironment environment(EnvironmentSpec spec) {
        return new Box2dEnvironment(spec, ready());
    }

    /** @throws IllegalStateException if Box2D's native library does not load */
    @Override
    public final Box2dVector vector(EnvironmentSpec spec, int slots) {
        return new Box2dVector(spec, ready(), slots);
    }

    /** This task, where it can be begun. */
    final Box2dTask ready() {
        Box2dLibrary.require();
        warn();
        return this;
    }

    /** Logs what is allowed, but not recommended. */
    void warn() {}

    /** A new world at the start of an episode, the caller's to close. */
    abstract Box2dEpisode begin(NumpyGenerator random);
}
