package org.ascentrl.policy.network;

import java.util.List;
import java.util.Optional;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.LinearLayers;
import org.ascentrl.nn.NormalizeInput;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** An optional input normalizer followed by an encoder: the body of a network, below its heads. */
public final class Features implements Model {

    private final Optional<NormalizeInput> normalizer;
    private final Encoder encoder;
    private final LinearLayers layers;
    private final Tensors tensors;

    /** @param layers creates the heads */
    Features(Optional<NormalizeInput> normalizer, Encoder encoder, LinearLayers layers, Tensors tensors) {
        this.normalizer = normalizer;
        this.encoder = encoder;
        this.layers = layers;
        this.tensors = tensors;
    }

    /** The features [N, H] of N raw observations. */
    public Tensor of(Observations observations) {
        Tensor flat = observations.to(tensors::of); // [N, D]
        return encoder.features(normalizer.map(n -> n.apply(flat)).orElse(flat));
    }

    /**
     * Returns the features [N, H] of N raw observations, each followed by an action [N, d]; for a {@link FlatEncoder}.
     */
    Tensor of(Observations observations, Tensor actions) {
        return encoder.features(observations.to(tensors::of).concat(1, actions));
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

    /** Returns a hidden layer [N, H + d] → [N, H] for features followed by an action. */
    Layer joint(int actions) {
        return layers.linear("joint", width() + actions, width());
    }

    @Override
    public List<Parameter> parameters() {
        return encoder.parameters();
    }

    @Override
    public void observe(Rollout fresh) {
        normalizer.ifPresent(n -> n.observe(fresh.observations().floats(), fresh.rows()));
        encoder.observe(fresh);
    }

    @Override
    public void state(State s) {
        normalizer.ifPresent(n -> n.state(s));
        encoder.state(s);
    }
}
