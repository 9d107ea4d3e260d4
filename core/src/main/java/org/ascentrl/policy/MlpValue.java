package org.ascentrl.policy;

import java.util.List;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A value function that is a multilayer perceptron with one output. */
final class MlpValue implements ValueFunction {

    private final Mlp mlp;

    MlpValue(Mlp mlp) {
        this.mlp = mlp;
    }

    @Override
    public Tensor values(Tensor observations) {
        return mlp.apply(observations).flat();
    }

    @Override
    public List<Parameter> parameters() {
        return mlp.parameters();
    }

    @Override
    public void observe(Rollout fresh) {
        mlp.observe(fresh);
    }

    @Override
    public void state(State s) {
        mlp.state(s);
    }
}
