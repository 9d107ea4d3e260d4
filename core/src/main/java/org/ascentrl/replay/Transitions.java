package org.ascentrl.replay;

import org.ascentrl.env.space.Actions;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * B steps drawn from a {@link ReplayBuffer}, each with what came of it within n steps.
 *
 * @param rows where they are in the buffer [B]
 * @param observations s_t, raw [B, D]
 * @param actions a_t [B]
 * @param returns R_t = Σ_{k&lt;m} γ^k r_{t+k} with m = n, or fewer where the episode or the memory ends [B]
 * @param discounts what the value of {@code nextObservations} counts: γ^m, and 0 where the episode terminated [B]
 * @param nextObservations s_{t+m}, raw; where the episode ended or was cut its final observation [B, D]
 * @param nextMasks what was allowed there [B, C]; null if everything always was
 * @param weights what each counts in a loss: 1, unless drawn by priority [B]
 */
public record Transitions(
        int[] rows,
        float[] observations,
        Actions actions,
        double[] returns,
        double[] discounts,
        float[] nextObservations,
        boolean @Nullable [] nextMasks,
        double[] weights) {

    /** B. */
    public int size() {
        return rows.length;
    }

    /** s_t [B, D] */
    public Tensor observations(Tensors tensors) {
        return tensors.of(observations, size(), observations.length / size());
    }

    /** s_{t+m} [B, D] */
    public Tensor nextObservations(Tensors tensors) {
        return tensors.of(nextObservations, size(), nextObservations.length / size());
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
