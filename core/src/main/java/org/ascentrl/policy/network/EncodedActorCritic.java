package org.ascentrl.policy.network;

import java.util.List;
import java.util.stream.Stream;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A policy, and a value head on its features. */
final class EncodedActorCritic implements ActorCritic {

    private final Features features;
    private final EncodedPolicy<?> policy;
    private final Layer value;

    /** @param features those of the policy */
    EncodedActorCritic(Features features, EncodedPolicy<?> policy) {
        this.features = features;
        this.policy = policy;
        value = features.head("value", 1, EncodedValue.GAIN);
    }

    @Override
    public Output apply(Observations observations, Masks masks) {
        Tensor x = features.of(observations); // [N, H]
        return new Output(policy.distributionOf(x, masks), value.apply(x).flat());
    }

    @Override
    public Tensor values(Observations observations) {
        return value.apply(features.of(observations)).flat();
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
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
        value.state(s);
    }
}
