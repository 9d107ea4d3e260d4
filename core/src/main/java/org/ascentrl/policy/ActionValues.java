package org.ascentrl.policy;

import org.ascentrl.env.space.Observations;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Q(s, a) of all A actions of a discrete space: the expected return of each, or K quantiles of its return.
 *
 * <p>Its layers may be noisy: the noise of each row is then drawn from that row's stream, and without streams there is
 * none.
 */
public interface ActionValues extends Model {

    /**
     * The form of the network.
     *
     * @param quantiles K, the number of quantiles of each action
     * @param dueling whether the network adds the value of the state and the advantages of the actions
     * @param noisy whether its layers are {@link org.ascentrl.nn.NoisyDense}
     */
    record Form(int quantiles, boolean dueling, boolean noisy) {}

    /**
     * The quantiles [N, A, K] for N raw observations.
     *
     * @param observations [N]
     * @param noise a stream for each row; null for no noise
     */
    Tensor quantiles(Observations observations, @Nullable RowRandom noise);

    /** Q(s, ·), the mean of the quantiles [N, A]. */
    default Tensor values(Observations observations, @Nullable RowRandom noise) {
        Tensor quantiles = quantiles(observations, noise);
        return quantiles.shape().extent(2) == 1
                ? quantiles.reshape(
                        quantiles.shape().extent(0), quantiles.shape().extent(1))
                : quantiles.mean(2);
    }
}
