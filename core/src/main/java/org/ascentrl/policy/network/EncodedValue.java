package org.ascentrl.policy.network;

import org.ascentrl.env.space.Observations;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.tensor.Tensor;

/** A value function: an encoder and a head with one output. */
final class EncodedValue extends HeadedModel implements ValueFunction {

    /** The gain of every head whose outputs are values. */
    static final double GAIN = 1;

    private final Layer head = add(features.head("head", 1, GAIN));

    EncodedValue(Features features) {
        super(features);
    }

    @Override
    public Tensor values(Observations observations) {
        return head.apply(features.of(observations)).flat();
    }
}
