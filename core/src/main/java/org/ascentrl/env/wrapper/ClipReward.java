package org.ascentrl.env.wrapper;

import java.util.Optional;
import org.ascentrl.env.Environment;
import org.ascentrl.settings.Setting;

/** Clips rewards to bounds. */
public final class ClipReward extends RewardWrapper {

    /** The options. */
    public record Settings(
            @Setting("minimum reward; no limit unless set") Optional<Double> minReward,

            @Setting("maximum reward; no limit unless set") Optional<Double> maxReward) {}

    private final double minReward;
    private final double maxReward;

    /**
     * @param minReward the lower bound; negative infinity for none
     * @param maxReward the upper bound; positive infinity for none
     * @throws IllegalArgumentException if {@code minReward} exceeds {@code maxReward}, or both are infinite
     */
    public ClipReward(Environment inner, double minReward, double maxReward) {
        super(inner);
        if (!(minReward <= maxReward)) {
            throw new IllegalArgumentException("ClipReward: min-reward = " + minReward + ", max-reward = " + maxReward
                    + ": the first must not exceed the second");
        }
        if (minReward == Double.NEGATIVE_INFINITY && maxReward == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("ClipReward: there is no bound; give min-reward, max-reward or both");
        }
        this.minReward = minReward;
        this.maxReward = maxReward;
    }

    @Override
    protected double reward(double reward) {
        return Math.min(Math.max(reward, minReward), maxReward);
    }
}
