package org.ascentrl.policy.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Dense;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.LayerNoise;
import org.ascentrl.nn.NoisyDense;
import org.ascentrl.nn.NormalizeInput;
import org.ascentrl.nn.Sequential;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** A multilayer perceptron up to its last hidden layer, with an input normalizer if asked for; heads stand on it. */
final class MlpTrunk implements Layer {

    private static final double HIDDEN_GAIN = Math.sqrt(2);

    private final MlpSettings settings;
    private final Tensors tensors;
    private final int width;
    private final @Nullable LayerNoise noise;
    private final List<NormalizeInput> normalizers;
    private final Sequential layers;

    MlpTrunk(MlpSettings settings, int inputs, RandomGenerator init, Tensors tensors) {
        this(settings, inputs, null, init, tensors);
    }

    /** All its layers are noisy, and those of the heads that stand on it. */
    static MlpTrunk noisy(MlpSettings settings, int inputs, LayerNoise noise, RandomGenerator init, Tensors tensors) {
        return new MlpTrunk(settings, inputs, noise, init, tensors);
    }

    private MlpTrunk(
            MlpSettings settings, int inputs, @Nullable LayerNoise noise, RandomGenerator init, Tensors tensors) {
        this.settings = settings;
        this.noise = noise;
        this.tensors = tensors;
        normalizers = settings.normalizeInput() ? List.of(new NormalizeInput(inputs, tensors)) : List.of();
        List<Layer> stack = new ArrayList<>(normalizers);
        int features = inputs;
        for (int i = 0; i < settings.hidden().size(); i++) {
            int units = settings.hidden().get(i);
            stack.add(dense("hidden" + (i + 1), features, units, HIDDEN_GAIN, init));
            stack.add(settings.activation());
            features = units;
        }
        width = features;
        layers = new Sequential(stack);
    }

    /** How many features it gives. */
    int width() {
        return width;
    }

    /**
     * A linear layer to stand on it.
     *
     * @param gain of its orthogonal weights
     */
    Layer head(String name, int outputs, double gain, RandomGenerator init) {
        return dense(name, width, outputs, gain, init);
    }

    private Layer dense(String name, int inputs, int outputs, double gain, RandomGenerator init) {
        if (noise != null) {
            return new NoisyDense(name, inputs, outputs, noise, init, tensors);
        }
        return switch (settings.initialization()) {
            case ORTHOGONAL ->
                new Dense(name, inputs, outputs, Initializer.orthogonal(gain), Initializer.zeros(), init, tensors);
            case UNIFORM ->
                new Dense(name, inputs, outputs, Initializer.fanIn(inputs), Initializer.fanIn(inputs), init, tensors);
        };
    }

    @Override
    public Tensor apply(Tensor x) {
        return layers.apply(x);
    }

    @Override
    public List<Parameter> parameters() {
        return layers.parameters();
    }

    void observe(Rollout fresh) {
        normalizers.forEach(n -> n.observe(fresh.observations(), fresh.rows()));
    }

    @Override
    public void state(State s) {
        layers.state(s);
    }
}
