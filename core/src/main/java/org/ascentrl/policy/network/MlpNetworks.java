package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.Sequential;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.policy.Networks;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.ReparameterizedPolicy;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.tensor.Tensors;

/** Policies and value functions that are multilayer perceptrons. */
final class MlpNetworks implements Networks {

    private final MlpSettings settings;
    private final EnvironmentSpec environment;
    private final Tensors tensors;

    MlpNetworks(MlpSettings settings, EnvironmentSpec environment, Tensors tensors) {
        this.settings = settings;
        this.environment = environment;
        this.tensors = tensors;
    }

    @Override
    public Policy policy(RandomGenerator init) {
        return new MlpPolicy(settings, environment, init, tensors);
    }

    @Override
    public ValueFunction value(RandomGenerator init) {
        int features = environment.observationSpace().flatSize();
        return new MlpValue(new MlpTrunk(settings, features, init, tensors), init);
    }

    @Override
    public ActorCritic shared(RandomGenerator init) {
        return new MlpActorCritic(new MlpPolicy(settings, environment, init, tensors), init);
    }

    @Override
    public ActionValues actionValues(ActionValues.Form form, RandomGenerator init) {
        return new MlpActionValues(settings, environment, form, init, tensors);
    }

    @Override
    public ReparameterizedPolicy boundedPolicy(RandomGenerator init) {
        return new MlpTanhGaussianPolicy(settings, environment, init, tensors);
    }

    @Override
    public DeterministicPolicy deterministicPolicy(RandomGenerator init) {
        return new MlpDeterministicPolicy(settings, environment, init, tensors);
    }

    @Override
    public Layer critic(int inputs, int outputs, RandomGenerator init) {
        MlpTrunk trunk = new MlpTrunk(settings.withoutNormalizer(), inputs, init, tensors);
        return new Sequential(List.of(trunk, trunk.head("head", outputs, MlpValue.GAIN, init)));
    }
}
