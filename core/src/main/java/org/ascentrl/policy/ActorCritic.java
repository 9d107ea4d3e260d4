package org.ascentrl.policy;

import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** π(a|s) and V(s) of the same observations, with layers of their own or in common. */
public interface ActorCritic extends Stateful {

    /**
     * What N observations give.
     *
     * @param policy the distributions of actions
     * @param values [N]
     */
    record Output(Distribution policy, Tensor values) {}

    /**
     * Both, for N raw observations.
     *
     * @param observations [N, D]
     * @param masks [N, C], what is allowed
     */
    Output apply(Tensor observations, Masks masks);

    /** The values [N] of N raw observations [N, D]. */
    Tensor values(Tensor observations);

    /** The policy alone: what acts. */
    Policy policy();

    List<Parameter> parameters();

    /** Takes in what was observed, once an iteration after the update: an input normalizer learns from it. */
    void observe(Rollout fresh);

    /** Two networks that have nothing in common. */
    static ActorCritic of(Policy policy, ValueFunction value) {
        return new ActorCritic() {
            @Override
            public Output apply(Tensor observations, Masks masks) {
                return new Output(policy.distribution(observations, masks), value.values(observations));
            }

            @Override
            public Tensor values(Tensor observations) {
                return value.values(observations);
            }

            @Override
            public Policy policy() {
                return policy;
            }

            @Override
            public List<Parameter> parameters() {
                return Stream.concat(policy.parameters().stream(), value.parameters().stream())
                        .toList();
            }

            @Override
            public void observe(Rollout fresh) {
                policy.observe(fresh);
                value.observe(fresh);
            }

            @Override
            public void state(State s) {
                s.part("policy", policy);
                s.part("value", value);
            }
        };
    }
}
