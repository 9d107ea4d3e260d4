package org.ascentrl.algorithm;

import org.ascentrl.tensor.Tensor;

/** Loss functions of errors, element by element. */
public final class Losses {

    private Losses() {}

    /**
     * Returns the Huber loss: ½ δ² where |δ| ≤ κ, else κ (|δ| − ½ κ).
     *
     * @param errors δ of any shape; the result has the same
     * @param kappa κ
     *
     * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber 1964</a>
     */
    public static Tensor huber(Tensor errors, float kappa) {
        Tensor size = errors.abs();
        Tensor bounded = size.clamp(0, kappa);
        return bounded.mul(size.sub(bounded.mul(0.5f)));
    }
}
