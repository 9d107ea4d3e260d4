package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Space;

/** The base of wrappers that transform observations. */
public abstract class ObservationWrapper extends Wrapper {

    private final EnvironmentSpec spec;

    /** @param observations the observation space of this environment */
    protected ObservationWrapper(Environment inner, Space observations) {
        super(inner);
        spec = inner.spec().withSpaces(observations, inner.spec().actionSpace());
    }

    /**
     * Returns the transformed observation after a reset.
     *
     * @param observation that of the wrapped environment; may be modified
     */
    protected abstract float[] first(float[] observation);

    /**
     * Returns the transformed observation after a step.
     *
     * @param observation that of the wrapped environment; may be modified
     */
    protected abstract float[] next(float[] observation);

    @Override
    public final EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public final float[] reset(long seed) {
        return first(super.reset(seed));
    }

    @Override
    public final float[] reset() {
        return first(super.reset());
    }

    @Override
    public final StepResult step(Action action) {
        StepResult result = super.step(action);
        return new StepResult(
                next(result.observation()), result.reward(), result.terminated(), result.truncated(), result.info());
    }
}
