package org.ascentrl.algorithm;

import java.util.Arrays;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.nn.RunningMoments;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * Divides rewards by the standard deviation of the discounted return so far, and clips them to ±10. Rewards are not
 * centered: that would change how long episodes compare with short ones. Reported returns stay unscaled.
 *
 * @see <a href="https://arxiv.org/abs/2005.12729">Engstrom et al. 2020, section 3, "reward scaling"</a>
 */
public final class RewardScaling implements Stateful {

    private static final double CLIP = 10;
    private static final double EPSILON = 1e-8;

    private final double discount;
    private final RunningMoments moments = new RunningMoments(1);
    private double[] returnOfSlot = {};

    public RewardScaling(double discount) {
        this.discount = discount;
    }

    /** Updates the statistics with the rewards of {@code fresh}, and returns it with scaled rewards. */
    public Rollout scaled(Rollout fresh) {
        double[] rewards = fresh.rewards();
        float[] returns = new float[rewards.length];
        for (Segment segment : fresh.segments()) {
            returnOfSlot = Arrays.copyOf(returnOfSlot, Math.max(returnOfSlot.length, segment.slot() + 1));
            double soFar = segment.startsEpisode() ? 0 : returnOfSlot[segment.slot()];
            for (int t = segment.from(); t < segment.to(); t++) {
                soFar = discount * soFar + rewards[t];
                returns[t] = (float) soFar;
            }
            returnOfSlot[segment.slot()] = soFar;
        }
        moments.add(returns, returns.length);
        double scale = 1 / Math.sqrt(moments.variance(0) + EPSILON);
        return fresh.withRewards(Arrays.stream(rewards)
                .map(r -> Math.max(-CLIP, Math.min(CLIP, r * scale)))
                .toArray());
    }

    @Override
    public void state(State s) {
        s.part("moments", moments);
        s.doubles("returns", new int[] {-1}, () -> returnOfSlot, saved -> returnOfSlot = saved.clone());
    }
}
