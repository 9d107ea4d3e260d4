package org.ascentrl.policy;

import java.util.List;
import org.ascentrl.experience.Rollout;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Q(s, a) of all A actions of a discrete space: of each the return to expect, or K quantiles of it.
 *
 * <p>Its layers may be noisy: then each row gets the noise that its stream gives; without streams there is none.
 */
public interface ActionValues extends Stateful {

    /**
     * What a network of them is like.
     *
     * @param quantiles K, the numbers for each action
     * @param dueling whether it is the sum of the state's value and the advantage of each action
     * @param noisy whether its layers are {@link org.ascentrl.nn.NoisyDense}
     */
    record Form(int quantiles, boolean dueling, boolean noisy) {}

    /**
     * The quantiles [N, A, K] for N raw observations.
     *
     * @param observations [N, D]
     * @param noise a stream for each row; null is without noise
     */
    Tensor quantiles(Tensor observations, @Nullable RowRandom noise);

    /** Q(s, ·), the mean of the quantiles [N, A]. */
    default Tensor values(Tensor observations, @Nullable RowRandom noise) {
        Tensor quantiles = quantiles(observations, noise);
        return quantiles.shape().extent(2) == 1
                ? quantiles.reshape(
                        quantiles.shape().extent(0), quantiles.shape().extent(1))
                : quantiles.mean(2);
    }

    List<Parameter> parameters();

    /** Takes in what was observed, once an iteration: an input normalizer learns from it. */
    void observe(Rollout fresh);
}
