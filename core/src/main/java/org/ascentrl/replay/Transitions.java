package org.ascentrl.replay;

import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A batch of B n-step transitions sampled from a {@link ReplayBuffer}.
 *
 * @param rows their rows in the buffer [B]
 * @param observations s_t, raw [B]
 * @param masks the action masks of s_t [B, C]
 * @param actions a_t [B]
 * @param returns R_t = Σ_{k&lt;m} γ^k r_{t+k} with m = n, or fewer where the episode or the stored experience ends [B]
 * @param discounts the discount of the value of {@code nextObservations}: γ^m, or 0 where the episode terminated [B]
 * @param nextObservations s_{t+m}, raw; the final observation where the episode ended or was cut [B]
 * @param nextMasks the action masks of s_{t+m} [B, C]
 * @param weights importance-sampling weights; 1 without prioritization [B]
 */
public record Transitions(
        int[] rows,
        Observations observations,
        Masks masks,
        Actions actions,
        double[] returns,
        double[] discounts,
        Observations nextObservations,
        Masks nextMasks,
        double[] weights) {

    /** Returns B. */
    public int size() {
        return rows.length;
    }

    /** R_t [B] */
    public Tensor returns(Tensors tensors) {
        return tensors.of(returns, size());
    }

    /** γ^m [B] */
    public Tensor discounts(Tensors tensors) {
        return tensors.of(discounts, size());
    }

    /** [B] */
    public Tensor weights(Tensors tensors) {
        return tensors.of(weights, size());
    }
}
