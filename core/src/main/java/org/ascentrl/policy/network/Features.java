package org.ascentrl.policy.network;

import java.util.List;
import java.util.Optional;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.LinearLayers;
import org.ascentrl.nn.NormalizeInput;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** An encoder behind its input normalizer, if there is one: the body of a network, on which heads stand. */
public final class Features implements Model {

    private final Optional<NormalizeInput> normalizer;
    private final Encoder encoder;
    private final LinearLayers layers;

    /** @param layers makes the heads */
    Features(Optional<NormalizeInput> normalizer, Encoder encoder, LinearLayers layers) {
        this.normalizer = normalizer;
        this.encoder = encoder;
        this.layers = layers;
    }

    /** The features [N, H] of N raw observations [N, D]. */
    public Tensor of(Tensor observations) {
        return encoder.features(normalizer.map(n -> n.apply(observations)).orElse(observations));
    }

    /** H, the number of features of a row. */
    public int width() {
        return encoder.width();
    }

    /**
     * A new linear layer [N, H] → [N, outputs].
     *
     * @param name the prefix of the names of its parameters, unique within the network
     * @param gain the gain of its weights, where they are orthogonal
     */
    public Layer head(String name, int outputs, double gain) {
        return layers.linear(name, width(), outputs, gain);
    }

    boolean isFlat() {
        return encoder instanceof FlatEncoder;
    }

    /** A hidden layer [N, H + d] → [N, H] for features with an action behind them. */
    Layer joint(int actions) {
        return layers.linear("joint", width() + actions, width());
    }

    @Override
    public List<Parameter> parameters() {
        return encoder.parameters();
    }

    @Override
    public void observe(Rollout fresh) {
        normalizer.ifPresent(n -> n.observe(fresh.observations(), fresh.rows()));
        encoder.observe(fresh);
    }

    @Override
    public void state(State s) {
        normalizer.ifPresent(n -> n.state(s));
        encoder.state(s);
    }
}
