package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** A multilayer perceptron with tanh at its end. */
final class MlpDeterministicPolicy implements DeterministicPolicy {

    private final MlpTrunk trunk;
    private final Layer head;

    /** @throws IllegalArgumentException if the actions are not bounded */
    MlpDeterministicPolicy(MlpSettings settings, EnvironmentSpec environment, RandomGenerator init, Tensors tensors) {
        int size = ActionRange.of(environment.actionSpace()).size();
        trunk = new MlpTrunk(settings, environment.observationSpace().flatSize(), init, tensors);
        head = trunk.head("head", size, MlpPolicy.GAIN, init);
    }

    @Override
    public Tensor actions(Tensor observations) {
        return head.apply(trunk.apply(observations)).tanh();
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(trunk.parameters().stream(), head.parameters().stream())
                .toList();
    }

    @Override
    public void observe(Rollout fresh) {
        trunk.observe(fresh);
    }

    @Override
    public void state(State s) {
        trunk.state(s);
        head.state(s);
    }
}
