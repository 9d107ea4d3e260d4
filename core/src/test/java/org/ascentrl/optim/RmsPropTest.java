package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** That RMSProp keeps the rules of optimizers; its numbers are those of {@link OptimizerGoldenTest}. */
class RmsPropTest extends OptimizerTck {

    @Override
    protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
        return new RmsProp(new RmsPropSettings(0.99, 1e-5, 0.5), parameters, tensors);
    }
}
