package org.ascentrl.policy.network;

import java.util.Optional;
import org.ascentrl.env.space.Observations;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.LayerNoise;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Action values: an encoder and a head for the values, or the advantages, of all actions.
 *
 * @see <a href="https://arxiv.org/abs/1511.06581">Wang et al. 2016, equation 9: dueling</a>
 */
final class EncodedActionValues extends HeadedModel implements ActionValues {

    private final Tensors tensors;
    private final LayerNoise noise;
    private final int actions;
    private final int quantiles;
    private final Layer advantages;
    private final Optional<Layer> value;

    /** @param noise the noise of all layers of the network, of size 0 if they are not noisy */
    EncodedActionValues(Features features, Form form, int actions, LayerNoise noise, Tensors tensors) {
        super(features);
        this.noise = noise;
        this.actions = actions;
        this.tensors = tensors;
        quantiles = form.quantiles();
        advantages = add(features.head("head", actions * quantiles, EncodedValue.GAIN));
        value = form.dueling()
                ? Optional.of(add(features.head("value", quantiles, EncodedValue.GAIN)))
                : Optional.empty();
    }

    @Override
    public Tensor quantiles(Observations observations, @Nullable RowRandom random) {
        if (random == null || noise.size() == 0) {
            return quantiles(observations);
        }
        Tensor f = draw(observations.rows(), random);
        return noise.during(f, () -> quantiles(observations));
    }

    /** A + V − mean A, or A alone. */
    private Tensor quantiles(Observations observations) {
        int rows = observations.rows();
        Tensor x = features.of(observations);
        Tensor a = advantages.apply(x).reshape(rows, actions, quantiles);
        return value.map(v -> v.apply(x).reshape(rows, 1, quantiles))
                .map(v -> a.sub(a.mean(1).reshape(rows, 1, quantiles)).add(v))
                .orElse(a);
    }

    /** f(ε) = sgn(ε) √|ε| for each row. */
    private Tensor draw(int rows, RowRandom random) {
        float[] f = new float[rows * noise.size()];
        for (int i = 0; i < f.length; i++) {
            double epsilon = random.row(i / noise.size()).nextGaussian();
            f[i] = (float) (Math.signum(epsilon) * Math.sqrt(Math.abs(epsilon)));
        }
        return tensors.of(f, rows, noise.size());
    }
}
