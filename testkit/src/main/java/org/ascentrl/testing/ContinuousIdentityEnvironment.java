package org.ascentrl.testing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;

/**
 * Shows a number s of [−1, 1], drawn anew each step; an action a of [−1, 1] gives reward −|a − s|, so that the best return
 * is 0. Truncated after a number of steps.
 */
public final class ContinuousIdentityEnvironment implements Environment {

    private static final Box SPACE = Box.of(-1, 1, 1);

    private final EnvironmentSpec spec;
    private final NumpyGenerator random = new NumpyGenerator(0);
    private float state;

    private ContinuousIdentityEnvironment(EnvironmentSpec spec) {
        this.spec = spec;
    }

    /**
     * The settings.
     *
     * @param steps the length of an episode
     */
    public record Settings(int steps) {}

    /** Makes {@code ContinuousIdentity-v0}. */
    public static EnvironmentFactory factory(Settings s) {
        EnvironmentSpec spec = new EnvironmentSpec(
                "ContinuousIdentity-v0", OptionalInt.of(s.steps()), OptionalDouble.of(-0.1 * s.steps()), SPACE, SPACE);
        return EnvironmentFactory.of(spec, () -> new ContinuousIdentityEnvironment(spec));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        random.reseed(seed);
        return next();
    }

    @Override
    public float[] reset() {
        return next();
    }

    @Override
    public StepResult step(Action action) {
        double reward = -Math.abs((double) action.real(0) - state);
        return new StepResult(next(), reward, false);
    }

    private float[] next() {
        state = (float) random.uniform(-1, 1);
        return new float[] {state};
    }
}
