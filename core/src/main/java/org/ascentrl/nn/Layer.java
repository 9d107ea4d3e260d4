package org.ascentrl.nn;

import org.ascentrl.tensor.Tensor;

/** A differentiable map from rows to rows, with the parameters that it learns. */
public interface Layer extends Parameterized {

    /** Maps [n, inputs] to [n, outputs]. */
    Tensor apply(Tensor x);
}
