package org.ascentrl.policy.network;

import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.nn.Parameterized;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/**
 * Makes distributions over actions of features.
 *
 * @param parameters those of its layers, then a standard deviation that is no function of the state
 * @param noiseSize how many numbers of a slot's memory the noise of its distributions takes
 * @param <D> the kind of distribution
 */
record PolicyHead<D extends Distribution>(List<Parameter> parameters, int noiseSize, Distributions<D> distributions)
        implements Parameterized {

    /** Gives the distributions of N rows with features [N, H]. */
    interface Distributions<D> {
        D of(Tensor features, Masks masks);
    }
}
