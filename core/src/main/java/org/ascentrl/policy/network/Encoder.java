package org.ascentrl.policy.network;

import org.ascentrl.policy.Model;
import org.ascentrl.tensor.Tensor;

/**
 * A network from observations to features, such as a multilayer perceptron or a convolutional network. It knows nothing of
 * actions: {@link Networks} puts the heads of every role on its features, so that one encoder serves every algorithm.
 *
 * <p>Observations are normalized if settings ask for it, except in a critic Q(s, a), where they are raw. There a
 * {@link FlatEncoder} gets rows of observation and action [N, D + d]. The names of its parameters must not be those of the heads:
 * {@code head}, {@code value}, {@code log-std} and {@code joint}.
 */
public interface Encoder extends Model {

    /** Returns the features [N, H] of N observations [N, D]; in a critic, a {@link FlatEncoder} gets [N, D + d]. */
    Tensor features(Tensor observations);

    /** H, the number of features of a row. */
    int width();
}
