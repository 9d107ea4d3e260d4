package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** That AdamW keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class AdamWTest extends OptimizerTck {

    @Override
    protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
        return new Adam(new AdamWSettings(new AdamSettings(0.9, 0.999, 1e-5, 0.5), 0.01), parameters, tensors);
    }
}
