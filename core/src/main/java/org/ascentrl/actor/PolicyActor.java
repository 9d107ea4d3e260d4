package org.ascentrl.actor;

import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Actions;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;

/** Acts by a policy: samples when it explores, else takes the most probable action. */
public final class PolicyActor implements Actor {

    private final Policy policy;
    private final Tensors tensors;

    public PolicyActor(Policy policy, Tensors tensors) {
        this.policy = policy;
        this.tensors = tensors;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        try (Scope scope = tensors.scope()) {
            Distribution pi = tensors.noGrad(() -> policy.distribution(in.observations(), in.masks()));
            if (in.explore()) {
                pi.sample(in.random(), in.memory(), out);
            } else {
                pi.mode(out);
            }
            if (in.asksForLogProbs()) {
                double[] logProbs = tensors.noGrad(() -> pi.logProb(out)).toDoubles(); // log π(a|s)  [n]
                System.arraycopy(logProbs, 0, in.logProbs(), 0, logProbs.length);
            }
        }
    }

    @Override
    public int memorySize() {
        return policy.noiseSize();
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
    }
}
