package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.distribution.Categorical;
import org.ascentrl.distribution.DiagonalGaussian;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.distribution.MultiCategorical;
import org.ascentrl.distribution.StateDependentGaussian;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A policy that is a multilayer perceptron. The action space decides what its outputs mean: logits of a
 * {@link Categorical} or {@link MultiCategorical}, or the means of a {@link DiagonalGaussian} whose deviation does not
 * depend on the state, or of a {@link StateDependentGaussian}, as settings say.
 */
public final class MlpPolicy implements Policy {

    static final double GAIN = 0.01;

    private final MlpTrunk trunk;
    private final Layer outputs;
    private final Head head;

    /** @throws IllegalArgumentException if there is no head for the action space */
    public MlpPolicy(MlpSettings settings, EnvironmentSpec environment, RandomGenerator init, Tensors tensors) {
        trunk = new MlpTrunk(settings, environment.observationSpace().flatSize(), init, tensors);
        head = Head.of(environment.actionSpace(), settings, trunk.width(), init, tensors);
        outputs = trunk.head("head", head.inputs(), GAIN, init);
    }

    /** What other heads may stand on. */
    MlpTrunk trunk() {
        return trunk;
    }

    @Override
    public Distribution distribution(Tensor observations, Masks masks) {
        return distributionOf(trunk.apply(observations), masks);
    }

    /** @param features what the trunk gave [N, H] */
    Distribution distributionOf(Tensor features, Masks masks) {
        return head.distribution(features, outputs.apply(features), masks);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(trunk.parameters(), outputs.parameters(), head.parameters())
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
        outputs.state(s);
        head.parameters().forEach(p -> p.state(s));
    }
}
