package org.ascentrl.policy;

import org.ascentrl.distribution.TanhGaussian;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;

/** A policy of bounded continuous actions, whose samples are differentiable with respect to its parameters. */
public interface SquashedGaussianPolicy extends Policy {

    @Override
    TanhGaussian distribution(Observations observations, Masks masks);
}
