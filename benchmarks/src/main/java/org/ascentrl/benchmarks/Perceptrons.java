package org.ascentrl.benchmarks;

import java.util.random.RandomGenerator;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.policy.network.MlpEncoder;
import org.ascentrl.policy.network.MlpSettings;
import org.ascentrl.policy.network.NetworkSettings;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.tensor.Tensors;

/** Makes the policies that are measured. */
final class Perceptrons {

    private static final NetworkSettings SETTINGS =
            new NetworkSettings(NetworkSettings.Initialization.ORTHOGONAL, false, GaussianSettings.independent(0));

    private Perceptrons() {}

    static Policy policy(MlpSettings settings, EnvironmentSpec environment, RandomGenerator init, Tensors tensors) {
        return new Networks(setup -> new MlpEncoder(settings, setup), SETTINGS, environment, tensors).policy(init);
    }
}
