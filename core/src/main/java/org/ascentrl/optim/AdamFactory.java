package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** {@code optimizer = adam}. */
public final class AdamFactory implements OptimizerFactory<AdamSettings> {

    @Override
    public Class<AdamSettings> settings() {
        return AdamSettings.class;
    }

    @Override
    public Optimizer create(AdamSettings s, List<Parameter> parameters, Tensors tensors) {
        return new Adam(new AdamWSettings(s.beta1(), s.beta2(), s.epsilon(), 0, s.clipNorm()), parameters, tensors);
    }
}
