package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.env.space.Masks;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A policy, and a value head on its trunk. */
final class MlpActorCritic implements ActorCritic {

    private final MlpPolicy policy;
    private final Layer value;

    MlpActorCritic(MlpPolicy policy, RandomGenerator init) {
        this.policy = policy;
        value = policy.trunk().head("value", 1, MlpValue.GAIN, init);
    }

    @Override
    public Output apply(Tensor observations, Masks masks) {
        Tensor features = policy.trunk().apply(observations); // [N, H]
        return new Output(
                policy.distributionOf(features, masks), value.apply(features).flat());
    }

    @Override
    public Tensor values(Tensor observations) {
        return value.apply(policy.trunk().apply(observations)).flat();
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
