package org.ascentrl.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A linear layer with noise of a learned scale on its weights: x · (W + Σ ⊙ ε) + b + σ ⊙ ε_b, with x [n, i], W and Σ [i, o].
 *
 * <p>The noise is factorized: ε = f(ε_i) f(ε_o)ᵀ and ε_b = f(ε_o), with f(ε) = sgn(ε) √|ε| of standard normal numbers.
 * So each row can have its own noise without weights of its own: (x ⊙ f(ε_i)) · Σ ⊙ f(ε_o). Without noise the layer is
 * x · W + b. If a network applies the layer to several parts of an observation, as rows one after the other, they share
 * its noise.
 *
 * @see <a href="https://arxiv.org/abs/1706.10295">Fortunato et al. 2018, equations 9 to 11 and section 3.2</a>
 */
public final class NoisyDense implements Layer {

    private static final double INITIAL_NOISE = 0.5;

    private final Dense mean;
    private final Dense std;
    private final LayerNoise noise;
    private final int from;
    private final int inputs;
    private final int outputs;

    /**
     * @param name the prefix of its parameters: {@code name.weight}, {@code name.bias}, {@code name.noise.weight} and
     *     {@code name.noise.bias}
     * @param noise of the network that it is part of
     */
    public NoisyDense(String name, int inputs, int outputs, LayerNoise noise, RandomGenerator random, Tensors tensors) {
        this.noise = noise;
        this.inputs = inputs;
        this.outputs = outputs;
        from = noise.reserve(inputs + outputs);
        Initializer start = Initializer.fanIn(inputs);
        Initializer spread = Initializer.constant(INITIAL_NOISE / Math.sqrt(inputs));
        mean = new Dense(name, inputs, outputs, start, start, random, tensors);
        std = new Dense(name + ".noise", inputs, outputs, spread, spread, random, tensors);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor in = noise.part(from, from + inputs);
        Tensor out = noise.part(from + inputs, from + inputs + outputs);
        Tensor y = mean.apply(x);
        return in == null || out == null ? y : y.add(scaled(std.apply(scaled(x, in)), out));
    }

    /** Multiplies the rows of x, or the parts of an observation that make several rows, by the noise of their observation. */
    private static Tensor scaled(Tensor x, Tensor noise) {
        int observations = noise.shape().extent(0);
        if (x.shape().extent(0) == observations) {
            return x.mul(noise);
        }
        int width = noise.shape().extent(1);
        return x.reshape(observations, x.shape().extent(0) / observations, width)
                .mul(noise.reshape(observations, 1, width))
                .reshape(x.shape());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                mean.parameters().get(0),
                mean.parameters().get(1),
                std.parameters().get(0),
                std.parameters().get(1));
    }
}
