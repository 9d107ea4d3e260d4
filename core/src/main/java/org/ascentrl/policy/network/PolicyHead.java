package org.ascentrl.policy.network;

import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.nn.Parameterized;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/**
 * A head that computes distributions over actions from features.
 *
 * @param parameters those of its layers, then a standard deviation that does not depend on the state
 * @param noiseSize the size of a slot's memory for the noise of its distributions
 * @param <D> the kind of distribution
 */
record PolicyHead<D extends Distribution>(List<Parameter> parameters, int noiseSize, Distributions<D> distributions)
        implements Parameterized {

    /** Computes the distributions of N rows with features [N, H]. */
    interface Distributions<D> {
        D of(Tensor features, Masks masks);
    }
}
