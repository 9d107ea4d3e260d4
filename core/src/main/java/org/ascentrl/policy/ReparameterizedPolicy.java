package org.ascentrl.policy;

import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.env.space.Masks;
import org.ascentrl.tensor.Tensor;

/** A policy through whose samples gradients flow. */
public interface ReparameterizedPolicy extends Policy {

    @Override
    Reparameterized distribution(Tensor observations, Masks masks);
}
