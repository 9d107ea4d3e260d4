package org.ascentrl.actor;

import org.ascentrl.distribution.Greedy;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;

/** Acts by the values of actions: by its exploration strategy when it explores, else greedily. */
public final class ValueActor implements Actor {

    private final ActionValues q;
    private final Discrete space;
    private final Exploration exploration;
    private final Tensors tensors;

    public ValueActor(ActionValues q, Discrete space, Exploration exploration, Tensors tensors) {
        this.q = q;
        this.space = space;
        this.exploration = exploration;
        this.tensors = tensors;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        int n = space.n();
        float[] values = values(in);
        for (int row = 0; row < in.rows(); row++) {
            out.integers()[row] = space.start()
                    + (in.explore()
                            ? exploration.choose(
                                    values, in.masks(), row, n, in.random().row(row), in.progress())
                            : Greedy.argmax(values, in.masks(), row, n));
        }
    }

    /** [n, A] */
    private float[] values(ActRequest in) {
        try (Scope scope = tensors.scope()) {
            return tensors.noGrad(() -> q.values(in.observations(), in.explore() ? in.random() : null)
                    .toFloats());
        }
    }

    @Override
    public void state(State s) {
        s.part("values", q);
    }
}
