package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** {@code optimizer = rmsprop}. */
public final class RmsPropFactory implements OptimizerFactory<RmsPropSettings> {

    @Override
    public Class<RmsPropSettings> settings() {
        return RmsPropSettings.class;
    }

    @Override
    public Optimizer create(RmsPropSettings settings, List<Parameter> parameters, Tensors tensors) {
        return new RmsProp(settings, parameters, tensors);
    }
}
