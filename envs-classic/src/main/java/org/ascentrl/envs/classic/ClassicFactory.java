package org.ascentrl.envs.classic;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.VectorEnvironment;

/**
 * What the factories of this module share: a task, registered under an id.
 *
 * @param <C> the settings
 */
abstract class ClassicFactory<C extends Record> implements EnvironmentFactory<C> {

    private final Class<C> settings;
    private final String id;
    private final int maxEpisodeSteps;
    private final OptionalDouble rewardThreshold;
    private final Function<C, ? extends ClassicTask> task;

    ClassicFactory(
            Class<C> settings,
            String id,
            int maxEpisodeSteps,
            OptionalDouble rewardThreshold,
            Function<C, ? extends ClassicTask> task) {
        this.settings = settings;
        this.id = id;
        this.maxEpisodeSteps = maxEpisodeSteps;
        this.rewardThreshold = rewardThreshold;
        this.task = task;
    }

    @Override
    public final Class<C> settings() {
        return settings;
    }

    @Override
    public final EnvironmentSpec spec(C c) {
        return spec(task.apply(c));
    }

    private EnvironmentSpec spec(ClassicTask made) {
        return new EnvironmentSpec(
                id, OptionalInt.of(maxEpisodeSteps), rewardThreshold, made.observationSpace(), made.actionSpace());
    }

    @Override
    public final Environment create(C c) {
        return EnvironmentFactory.registered(bare(c));
    }

    /** Without step limit, and without what refuses forbidden steps. */
    final ClassicEnvironment bare(C c) {
        ClassicTask made = task.apply(c);
        return new ClassicEnvironment(spec(made), made);
    }

    @Override
    public final VectorEnvironment createVector(C c, int slots) {
        ClassicTask made = task.apply(c);
        return new ClassicVector(spec(made), made, slots);
    }
}
