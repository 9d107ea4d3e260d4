package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.tensor.Tensor;

/** A distribution whose samples are a function of its parameters and of noise, so that gradients flow through them. */
public interface Reparameterized extends Distribution {

    /**
     * An action for each row.
     *
     * @param actions as the distribution computes them, before they are brought to the space's bounds [N, d]
     * @param logProb log π(a|s) of these [N]
     */
    record Sample(Tensor actions, Tensor logProb) {}

    /** Draws the noise on the host, row after row. */
    Sample sample(RandomGenerator random);
}
