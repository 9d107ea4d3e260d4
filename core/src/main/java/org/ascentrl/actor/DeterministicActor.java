package org.ascentrl.actor;

import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Space;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;

/** Acts by a deterministic policy. When it explores, it adds noise and clips to the bounds. */
public final class DeterministicActor implements Actor {

    private final DeterministicPolicy policy;
    private final ActionNoise noise;
    private final ActionRange range;
    private final Tensors tensors;

    /** @throws IllegalArgumentException if the space is not a box with finite bounds */
    public DeterministicActor(DeterministicPolicy policy, ActionNoise noise, Space actions, Tensors tensors) {
        this.policy = policy;
        this.noise = noise;
        range = ActionRange.of(actions);
        this.tensors = tensors;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        float[] chosen = actions(in);
        for (int i = 0; i < chosen.length; i++) {
            double added = in.explore() ? noise(in, i) : 0;
            out.reals()[i] = range.unscaled(i % range.size(), chosen[i] + added);
        }
    }

    private float[] actions(ActRequest in) {
        try (Scope scope = tensors.scope()) {
            return tensors.noGrad(() -> policy.actions(in.observations())).toFloats();
        }
    }

    private double noise(ActRequest in, int i) {
        double last = noise.isCorrelated() ? in.memory()[i] : 0;
        double next = noise.next(last, in.random().row(i / range.size()));
        if (noise.isCorrelated()) {
            in.memory()[i] = (float) next;
        }
        return next;
    }

    /** The noise of the last step, if the noise is correlated in time. */
    @Override
    public int memorySize() {
        return noise.isCorrelated() ? range.size() : 0;
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
    }
}
