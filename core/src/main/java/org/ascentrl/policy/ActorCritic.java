package org.ascentrl.policy;

import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** π(a|s) and V(s) of the same observations, with encoders of their own or a shared one. */
public interface ActorCritic extends Model {

    /**
     * The outputs for N observations.
     *
     * @param policy the distributions of actions
     * @param values [N]
     */
    record Output(Distribution policy, Tensor values) {}

    /**
     * Returns both outputs for N raw observations.
     *
     * @param observations [N]
     * @param masks [N, C], the action masks
     */
    Output apply(Observations observations, Masks masks);

    /** The values [N] of N raw observations. */
    Tensor values(Observations observations);

    /** Returns the policy alone. */
    Policy policy();

    /** Returns a policy and a value function that share no parameters. */
    static ActorCritic of(Policy policy, ValueFunction value) {
        return new ActorCritic() {
            @Override
            public Output apply(Observations observations, Masks masks) {
                return new Output(policy.distribution(observations, masks), value.values(observations));
            }

            @Override
            public Tensor values(Observations observations) {
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
