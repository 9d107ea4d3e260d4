package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Observations;
import org.ascentrl.settings.Setting;

/** Truncates an episode after a number of steps, whether or not the environment terminates at that step too. */
public final class TimeLimit extends Wrapper {

    /** The options. */
    public record Settings(
            @Setting(value = "number of steps after which an episode is truncated", min = 1)
            int maxEpisodeSteps) {}

    private final int maxEpisodeSteps;
    private final EnvironmentSpec spec;
    private int elapsed;

    /** @param maxEpisodeSteps the step limit, at least 1; a lower limit of the environment stays in effect */
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

    @Override
    public void reset(long seed, Observations out, int row) {
        inner().reset(seed, out, row);
        elapsed = 0;
    }

    private float[] start(float[] observation) {
        elapsed = 0;
        return observation;
    }

    @Override
    public StepResult step(Action action) {
        return limited(super.step(action));
    }

    @Override
    public StepResult step(Action action, Observations out, int row) {
        return limited(inner().step(action, out, row));
    }

    private StepResult limited(StepResult result) {
        elapsed++;
        if (elapsed < maxEpisodeSteps || result.truncated()) {
            return result;
        }
        return new StepResult(result.observation(), result.reward(), result.terminated(), true, result.info());
    }
}
