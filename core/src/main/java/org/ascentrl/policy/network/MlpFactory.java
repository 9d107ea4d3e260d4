package org.ascentrl.policy.network;

import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.policy.Networks;
import org.ascentrl.policy.PolicyFactory;
import org.ascentrl.tensor.Tensors;

/** {@code policy = mlp}. */
public final class MlpFactory implements PolicyFactory<MlpSettings> {

    @Override
    public Class<MlpSettings> settings() {
        return MlpSettings.class;
    }

    @Override
    public Networks create(MlpSettings settings, EnvironmentSpec environment, Tensors tensors) {
        return new MlpNetworks(settings, environment, tensors);
    }
}
