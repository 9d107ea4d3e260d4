package org.ascentrl.policy.network;

import org.ascentrl.distribution.Distribution;
import org.ascentrl.distribution.TanhGaussian;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.SquashedGaussianPolicy;
import org.ascentrl.tensor.Tensor;

/** A policy: an encoder, and a head that computes distributions from its features. */
class EncodedPolicy<D extends Distribution> extends HeadedModel implements Policy {

    private final PolicyHead<D> head;

    EncodedPolicy(Features features, PolicyHead<D> head) {
        super(features);
        this.head = add(head);
    }

    static final class SquashedGaussian extends EncodedPolicy<TanhGaussian> implements SquashedGaussianPolicy {

        SquashedGaussian(Features features, PolicyHead<TanhGaussian> head) {
            super(features, head);
        }
    }

    @Override
    public D distribution(Observations observations, Masks masks) {
        return distributionOf(features.of(observations), masks);
    }

    /** @param x features [N, H] */
    final D distributionOf(Tensor x, Masks masks) {
        return head.distributions().of(x, masks);
    }

    @Override
    public int noiseSize() {
        return head.noiseSize();
    }
}
