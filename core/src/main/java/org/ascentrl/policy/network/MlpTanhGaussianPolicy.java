package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.distribution.Reparameterized;
import org.ascentrl.distribution.TanhGaussian;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.ReparameterizedPolicy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** A multilayer perceptron that gives mean and deviation of a {@link TanhGaussian}. */
final class MlpTanhGaussianPolicy implements ReparameterizedPolicy {

    private final MlpTrunk trunk;
    private final Layer mean;
    private final TanhGaussianHead head;

    /** @throws IllegalArgumentException if the actions are not bounded */
    MlpTanhGaussianPolicy(MlpSettings settings, EnvironmentSpec environment, RandomGenerator init, Tensors tensors) {
        ActionRange range = ActionRange.of(environment.actionSpace());
        trunk = new MlpTrunk(settings, environment.observationSpace().flatSize(), init, tensors);
        mean = trunk.head("head", range.size(), MlpPolicy.GAIN, init);
        head = TanhGaussianHead.of(settings, trunk, range, init, tensors);
    }

    @Override
    public Reparameterized distribution(Tensor observations, Masks masks) {
        Tensor features = trunk.apply(observations); // [N, H]
        return head.distribution(features, mean.apply(features));
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(trunk.parameters(), mean.parameters(), head.parameters())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public int memorySize() {
        return head.memorySize();
    }

    @Override
    public void observe(Rollout fresh) {
        trunk.observe(fresh);
    }

    @Override
    public void state(State s) {
        trunk.state(s);
        mean.state(s);
        head.state(s);
    }
}
