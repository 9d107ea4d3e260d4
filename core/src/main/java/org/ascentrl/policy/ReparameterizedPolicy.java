package org.ascentrl.policy;

import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A policy through whose samples gradients flow. */
public interface ReparameterizedPolicy extends Policy {

    @Override
    Reparameterized distribution(Tensor observations, boolean @Nullable [] masks);
}
