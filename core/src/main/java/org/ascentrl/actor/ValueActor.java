package org.ascentrl.actor;

import org.ascentrl.distribution.Greedy;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Acts by the values of actions: explores in training, at random alone during the warm-up; else takes the best. */
public final class ValueActor implements Actor {

    private final ActionValues q;
    private final Discrete space;
    private final Exploration exploration;
    private final long warmUp;
    private final Tensors tensors;

    /** @param warmUp environment steps of training during which all actions are alike */
    public ValueActor(ActionValues q, Discrete space, Exploration exploration, long warmUp, Tensors tensors) {
        this.q = q;
        this.space = space;
        this.exploration = exploration;
        this.warmUp = warmUp;
        this.tensors = tensors;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        int n = space.n();
        if (in.explore() && in.progress().steps() < warmUp) {
            for (int row = 0; row < in.rows(); row++) {
                out.integers()[row] = space.start()
                        + Exploration.any(in.masks(), row, n, in.random().row(row));
            }
            return;
        }
        float[] values = values(in);
        for (int row = 0; row < in.rows(); row++) {
            out.integers()[row] = space.start()
                    + (in.explore()
                            ? exploration.choose(
                                    values, in.masks(), row, n, in.random().row(row), in.progress())
                            : Greedy.action(values, in.masks(), row, n));
        }
    }

    /** [n, A] */
    private float[] values(ActRequest in) {
        try (Scope scope = tensors.scope()) {
            return tensors.noGrad(() -> {
                float[] rows = in.observations();
                Tensor observations = tensors.of(rows, in.rows(), rows.length / in.rows());
                return q.values(observations, in.explore() ? in.random() : null).toFloats();
            });
        }
    }

    @Override
    public void state(State s) {
        s.part("values", q);
    }
}
