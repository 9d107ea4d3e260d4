package org.ascentrl.policy.network;

import java.util.Optional;
import org.ascentrl.env.space.Observations;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.Critic;
import org.ascentrl.tensor.Tensor;

/**
 * Q(s, a). A {@link FlatEncoder} encodes state and action together; the features of any other encoder are joined with the
 * action by one more hidden layer, relu of a linear function of both.
 */
final class EncodedCritic extends HeadedModel implements Critic {

    private final Optional<Layer> joint;
    private final Layer head;

    /** @param size d, the dimension of an action */
    EncodedCritic(Features features, int size) {
        super(features);
        joint = features.isFlat() ? Optional.empty() : Optional.of(add(features.joint(size)));
        head = add(features.head("head", 1, EncodedValue.GAIN));
    }

    @Override
    public Tensor values(Observations observations, Tensor actions) {
        Tensor x = joint.map(layer -> layer.apply(features.of(observations).concat(1, actions))
                        .relu())
                .orElseGet(() -> features.of(observations, actions));
        return head.apply(x).flat();
    }
}
