package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;

/** Truncates an episode after a number of steps, whether or not the environment terminates at that step too. */
public final class TimeLimit extends Wrapper {

    private final int maxEpisodeSteps;
    private final EnvironmentSpec spec;
    private int elapsed;

    /** @param maxEpisodeSteps at least 1; where the environment has a lower limit, that stays */
    public TimeLimit(Environment inner, int maxEpisodeSteps) {
        super(inner);
        if (maxEpisodeSteps < 1) {
            throw new IllegalArgumentException(
                    "TimeLimit: max-episode-steps must be at least 1, not " + maxEpisodeSteps);
        }
        this.maxEpisodeSteps = maxEpisodeSteps;
        EnvironmentSpec bare = inner.spec();
        spec = bare.withMaxEpisodeSteps(
                Math.min(maxEpisodeSteps, bare.maxEpisodeSteps().orElse(maxEpisodeSteps)));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public float[] reset(long seed) {
        return start(super.reset(seed));
    }

    @Override
    public float[] reset() {
        return start(super.reset());
    }

    private float[] start(float[] observation) {
        elapsed = 0;
        return observation;
    }

    @Override
    public StepResult step(Action action) {
        StepResult result = super.step(action);
        elapsed++;
        if (elapsed < maxEpisodeSteps || result.truncated()) {
            return result;
        }
        return new StepResult(result.observation(), result.reward(), result.terminated(), true, result.info());
    }
}
