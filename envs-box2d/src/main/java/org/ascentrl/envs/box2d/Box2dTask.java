package org.ascentrl.envs.box2d;

import org.ascentrl.env.space.Space;
import org.ascentrl.random.NumpyGenerator;

/** The rules of a Box2D task: its spaces, and how an episode of it begins. Immutable. */
abstract class Box2dTask {

    abstract Space observationSpace();

    abstract Space actionSpace();

    /** Logs what is allowed, but not recommended. */
    void warn() {}

    /** A new world at the start of an episode, the caller's to close. */
    abstract Box2dEpisode begin(NumpyGenerator random);
}
