package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.tensor.Tensor;

/** A distribution whose samples are a differentiable function of its parameters and of noise. */
public interface Reparameterized extends Distribution {

    /**
     * An action for each row.
     *
     * @param actions the actions, before they are scaled to the bounds of the space [N, d]
     * @param logProb log π(a|s) of these actions [N]
     */
    record Sample(Tensor actions, Tensor logProb) {}

    /** Draws an action for each row, the noise on the host, row after row. */
    Sample sample(RandomGenerator random);
}
