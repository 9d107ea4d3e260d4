package org.ascentrl.env.wrapper;

import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the last action at random instead of taking the next: M. C. Machado et al., <em>Revisiting the arcade
 * learning environment</em>, 2018, section 5.2. Its random numbers come from the episode's seed, but are not those of
 * the environment, from which Gymnasium draws.
 */
public final class StickyAction extends Wrapper {

    /** The options. */
    public record Settings(
            @Setting(value = "probability that a step starts to repeat the last action; less than 1", min = 0)
            double repeatActionProbability,

            @Setting("number of steps that the action is repeated")
            Duration repeatActionDuration) {}

    /** The range of the number of steps. */
    public record Duration(
            @Setting(value = "minimum", min = 1) int min,

            @Setting(value = "maximum", min = 1) int max) {}

    private final double probability;
    private final int minDuration;
    private final int maxDuration;
    private final NumpyGenerator random = NumpyGenerator.unseeded();
    private @Nullable Action last;
    private int repeats;

    /**
     * @param probability the probability that a step starts to repeat the last action; less than 1
     * @param minDuration the minimum number of repeated steps, at least 1
     * @param maxDuration the maximum number of repeated steps
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public StickyAction(Environment inner, double probability, int minDuration, int maxDuration) {
        super(inner);
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("StickyAction: repeat-action-probability = " + probability
                    + ": must be at least 0, and less than 1");
        }
        if (minDuration < 1 || maxDuration < minDuration) {
            throw new IllegalArgumentException("StickyAction: repeat-action-duration from " + minDuration + " to "
                    + maxDuration + ": must be at least 1, and the second not less than the first");
        }
        this.probability = probability;
        this.minDuration = minDuration;
        this.maxDuration = maxDuration;
    }

    @Override
    public float[] reset(long seed) {
        float[] observation = super.reset(seed);
        random.reseed(seed);
        random.reseed(random.nextLong() & Long.MAX_VALUE); // apart from the environment's own numbers
        start();
        return observation;
    }

    @Override
    public float[] reset() {
        float[] observation = super.reset();
        start();
        return observation;
    }

    private void start() {
        last = null;
        repeats = 0;
    }

    @Override
    public StepResult step(Action action) {
        Action taken = sticks() && last != null ? last : action;
        StepResult result = super.step(taken);
        last = taken;
        return result;
    }

    private boolean sticks() {
        if (repeats > 0) {
            repeats--;
            return true;
        }
        if (last == null || !(random.random() < probability)) {
            return false;
        }
        repeats = (int) random.integers(minDuration, maxDuration + 1L) - 1;
        return true;
    }
}
