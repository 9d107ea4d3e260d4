package org.ascentrl.env.registry;

import java.util.stream.IntStream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.env.wrapper.StepGuard;
import org.ascentrl.env.wrapper.TimeLimit;

/**
 * Makes environments of one kind from their settings.
 *
 * @param <C> the settings: Gymnasium's options of the environment
 */
public interface EnvironmentFactory<C extends Record> {

    Class<C> settings();

    EnvironmentSpec spec(C settings);

    /** The environment as registered: with the step limit of its spec, refusing steps that its contract forbids. */
    Environment create(C settings);

    /**
     * {@code slots} environments that step together. An implementation may override this with a faster form that gives
     * the same bits as {@link #create}.
     */
    default VectorEnvironment createVector(C settings, int slots) {
        return new SyncVectorEnvironment(
                IntStream.range(0, slots).mapToObj(i -> create(settings)).toList());
    }

    /** {@code bare} with the step limit of its spec and the guard of its contract, as {@code gymnasium.make} adds. */
    static Environment registered(Environment bare) {
        var limit = bare.spec().maxEpisodeSteps();
        return new StepGuard(limit.isPresent() ? new TimeLimit(bare, limit.getAsInt()) : bare);
    }
}
