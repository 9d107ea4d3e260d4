package org.ascentrl.policy.network;

import org.ascentrl.env.space.Observations;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.tensor.Tensor;

/** A deterministic policy: an encoder, and a head followed by tanh. */
final class EncodedDeterministicPolicy extends HeadedModel implements DeterministicPolicy {

    private final Layer head;

    /** @param size d, the dimension of an action */
    EncodedDeterministicPolicy(Features features, int size) {
        super(features);
        head = add(features.head("head", size, PolicyHeads.GAIN));
    }

    @Override
    public Tensor actions(Observations observations) {
        return head.apply(features.of(observations)).tanh();
    }
}
