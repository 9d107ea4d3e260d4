package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** {@code optimizer = adamw}. */
public final class AdamWFactory implements OptimizerFactory<AdamWSettings> {

    @Override
    public Class<AdamWSettings> settings() {
        return AdamWSettings.class;
    }

    @Override
    public Optimizer create(AdamWSettings settings, List<Parameter> parameters, Tensors tensors) {
        return new Adam(settings, parameters, tensors);
    }
}
