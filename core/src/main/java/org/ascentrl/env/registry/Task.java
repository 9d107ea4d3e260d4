package org.ascentrl.env.registry;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.vector.VectorEnvironment;

/** A task with a vector form of its own, before it is registered under an id with a step limit. */
public interface Task {

    Space observationSpace();

    Space actionSpace();

    /** Returns a bare environment of this task: without step limit, and without a guard against forbidden steps. */
    Environment environment(EnvironmentSpec spec);

    /**
     * Returns {@code slots} environments that step together, with step limit and guard, bit-identical to single ones.
     */
    VectorEnvironment vector(EnvironmentSpec spec, int slots);
}
