package org.ascentrl.policy.network;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Parameterized;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;

/**
 * An encoder with heads on its features: the base of every network here, and of roles of your own.
 *
 * <pre>{@code
 * final class Novelty extends HeadedModel {
 *
 *     private final Layer head = add(features.head("head", 16, 1));
 *
 *     Novelty(Networks networks, RandomGenerator init) {
 *         super(networks.features(init));
 *     }
 *
 *     Tensor embeddings(Observations observations) {
 *         return head.apply(features.of(observations)); // [N, 16]
 *     }
 * }
 * }</pre>
 */
public abstract class HeadedModel implements Model {

    protected final Features features;
    private final List<Parameterized> heads = new ArrayList<>();

    protected HeadedModel(Features features) {
        this.features = features;
    }

    /** Adds a head to this model; its parameters and state follow those of the heads added before. */
    protected final <P extends Parameterized> P add(P head) {
        heads.add(head);
        return head;
    }

    @Override
    public final List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(features.parameters());
        heads.forEach(head -> parameters.addAll(head.parameters()));
        return parameters;
    }

    @Override
    public final void observe(Rollout fresh) {
        features.observe(fresh);
    }

    @Override
    public final void state(State s) {
        features.state(s);
        heads.forEach(head -> head.state(s));
    }
}
