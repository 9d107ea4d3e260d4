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
 * @param environment the environment's spaces and limits
 * @param environments makes a vector environment of so many slots
 * @param actors makes further actors of the same kind, each on a backend of its own, on the calling thread
 * @param random the run's named streams
 * @param slots the number of environments
 * @param chunk the number of slots that act together; part of the experiment, never derived from the machine
 * @param threads the most threads to use; results do not depend on it
 * @param settings the experiment's settings in full, as HOCON: an executor elsewhere, which cannot be sent
 *     {@code environments} and {@code actors}, makes its own from this text
 */
public record CollectorSetup(
        EnvironmentSpec environment,
        IntFunction<VectorEnvironment> environments,
        Supplier<Actor> actors,
        Streams random,
        int slots,
        int chunk,
        int threads,
        String settings) {}
