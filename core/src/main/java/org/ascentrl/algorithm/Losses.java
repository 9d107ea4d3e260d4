package org.ascentrl.algorithm;

import org.ascentrl.tensor.Tensor;

/** Losses of errors. */
public final class Losses {

    private Losses() {}

    /**
     * ½ δ² up to |δ| = κ, and κ (|δ| − ½ κ) beyond, for each element.
     *
     * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber 1964</a>
     */
    public static Tensor huber(Tensor errors, float kappa) {
        Tensor size = errors.abs();
        Tensor bounded = size.clamp(0, kappa);
        return bounded.mul(size.sub(bounded.mul(0.5f)));
    }
}
