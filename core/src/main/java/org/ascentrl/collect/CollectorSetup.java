package org.ascentrl.collect;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.Streams;

/**
 * The parts that a collector is built from.
 *
 * @param environment what is acted in
 * @param environments makes a vector environment of so many slots
 * @param actors makes further actors of the same kind, each on a backend of its own, on the calling thread
 * @param random the run's named streams
 * @param slots how many environments there are
 * @param chunk how many slots act together; part of the experiment, never derived from the machine
 * @param threads how many to use at the most; results do not depend on it
 */
public record CollectorSetup(
        EnvironmentSpec environment,
        IntFunction<VectorEnvironment> environments,
        Supplier<Actor> actors,
        Streams random,
        int slots,
        int chunk,
        int threads) {}
