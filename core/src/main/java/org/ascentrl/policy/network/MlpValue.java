package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A value function that is a multilayer perceptron with one output. */
final class MlpValue implements ValueFunction {

    static final double GAIN = 1;

    private final MlpTrunk trunk;
    private final Layer head;

    MlpValue(MlpTrunk trunk, RandomGenerator init) {
        this.trunk = trunk;
        head = trunk.head("head", 1, GAIN, init);
    }

    @Override
    public Tensor values(Tensor observations) {
        return head.apply(trunk.apply(observations)).flat();
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
