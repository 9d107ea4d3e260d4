package org.ascentrl.policy.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.LayerNoise;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.random.RowRandom;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Values of actions that are a multilayer perceptron.
 *
 * @see <a href="https://arxiv.org/abs/1511.06581">Wang et al. 2016, equation 9: dueling</a>
 */
final class MlpActionValues implements ActionValues {

    private static final double GAIN = 1;

    private final Tensors tensors;
    private final LayerNoise noise = new LayerNoise();
    private final int actions;
    private final int quantiles;
    private final MlpTrunk trunk;
    private final Layer advantages;
    private final List<Layer> value;

    /** @throws IllegalArgumentException if the actions are not Discrete */
    MlpActionValues(
            MlpSettings settings, EnvironmentSpec environment, Form form, RandomGenerator init, Tensors tensors) {
        if (!(environment.actionSpace() instanceof Discrete space)) {
            throw new IllegalArgumentException("values of actions need a Discrete space of them, not "
                    + environment.actionSpace() + "; take an algorithm with a policy, as ppo or sac");
        }
        this.tensors = tensors;
        actions = space.n();
        quantiles = form.quantiles();
        int features = environment.observationSpace().flatSize();
        trunk = form.noisy()
                ? MlpTrunk.noisy(settings, features, noise, init, tensors)
                : new MlpTrunk(settings, features, init, tensors);
        advantages = trunk.head("head", actions * quantiles, GAIN, init);
        value = form.dueling() ? List.of(trunk.head("value", quantiles, GAIN, init)) : List.of();
    }

    @Override
    public Tensor quantiles(Tensor observations, @Nullable RowRandom random) {
        if (random == null || noise.size() == 0) {
            return quantiles(observations);
        }
        Tensor f = draw(observations.shape().extent(0), random);
        return noise.during(f, () -> quantiles(observations));
    }

    /** A + V − mean A, or A alone. */
    private Tensor quantiles(Tensor observations) {
        int rows = observations.shape().extent(0);
        Tensor features = trunk.apply(observations);
        Tensor a = advantages.apply(features).reshape(rows, actions, quantiles);
        if (value.isEmpty()) {
            return a;
        }
        Tensor v = value.get(0).apply(features).reshape(rows, 1, quantiles);
        return a.sub(a.mean(1).reshape(rows, 1, quantiles)).add(v);
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

    @Override
    public List<Parameter> parameters() {
        return layers().stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(trunk, advantages));
        layers.addAll(value);
        return layers;
    }

    @Override
    public void observe(Rollout fresh) {
        trunk.observe(fresh);
    }

    @Override
    public void state(State s) {
        layers().forEach(layer -> layer.state(s));
    }
}
