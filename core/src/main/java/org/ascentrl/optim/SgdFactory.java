package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** {@code optimizer = sgd}. */
public final class SgdFactory implements OptimizerFactory<SgdSettings> {

    @Override
    public Class<SgdSettings> settings() {
        return SgdSettings.class;
    }

    @Override
    public Optimizer create(SgdSettings settings, List<Parameter> parameters, Tensors tensors) {
        return new Sgd(settings, parameters, tensors);
    }
}
