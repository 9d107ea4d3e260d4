package org.ascentrl.envs.box2d;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.vector.VectorEnvironment;

/**
 * What the factories of this module share: a task, registered under an id. The spec is known without the native library.
 *
 * @param <C> the settings
 */
abstract class Box2dFactory<C extends Record> implements EnvironmentFactory<C> {

    private final Class<C> settings;
    private final String id;
    private final int maxEpisodeSteps;
    private final double rewardThreshold;
    private final Function<C, ? extends Box2dTask> task;

    Box2dFactory(
            Class<C> settings,
            String id,
            int maxEpisodeSteps,
            double rewardThreshold,
            Function<C, ? extends Box2dTask> task) {
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

    private EnvironmentSpec spec(Box2dTask made) {
        return new EnvironmentSpec(
                id,
                OptionalInt.of(maxEpisodeSteps),
                OptionalDouble.of(rewardThreshold),
                made.observationSpace(),
                made.actionSpace());
    }

    /** @throws IllegalStateException if Box2D's native library does not load */
    @Override
    public final Environment create(C c) {
        Box2dTask ready = task(c);
        return EnvironmentFactory.registered(new Box2dEnvironment(spec(ready), ready));
    }

    /** @throws IllegalStateException if Box2D's native library does not load */
    @Override
    public final VectorEnvironment createVector(C c, int slots) {
        Box2dTask ready = task(c);
        return new Box2dVector(spec(ready), ready, slots);
    }

    /** The task, where it can be begun. */
    final Box2dTask task(C c) {
        Box2dLibrary.require();
        Box2dTask made = task.apply(c);
        made.warn();
        return made;
    }
}
