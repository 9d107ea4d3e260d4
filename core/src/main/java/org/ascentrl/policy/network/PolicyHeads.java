package org.ascentrl.policy.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.distribution.Categorical;
import org.ascentrl.distribution.DiagonalGaussian;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.distribution.MultiCategorical;
import org.ascentrl.distribution.StateDependentNoise;
import org.ascentrl.distribution.TanhGaussian;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.nn.Layer;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Creates the head of a policy on given features. */
record PolicyHeads(Features features, GaussianSettings settings, RandomGenerator init, Tensors tensors) {

    static final double GAIN = 0.01;

    /**
     * Returns the head for an action space: logits, or the means of Gaussians whose standard deviation is a parameter.
     *
     * @throws IllegalArgumentException if there is none
     */
    PolicyHead<?> of(Space actions) {
        if (actions instanceof Discrete space) {
            Layer logits = outputs(space.n());
            return new PolicyHead<>(
                    logits.parameters(), 0, (x, masks) -> new Categorical(logits.apply(x), masks, space, tensors));
        } else if (actions instanceof MultiDiscrete space) {
            return multiCategorical(space);
        } else if (actions instanceof MultiBinary bits) {
            int[] two = new int[bits.n()];
            Arrays.fill(two, 2);
            return multiCategorical(MultiDiscrete.of(two));
        } else if (actions instanceof Box box) {
            return gaussian(box.flatSize());
        }
        throw new IllegalArgumentException(
                "policies act in Discrete, MultiDiscrete, MultiBinary and Box spaces, not in " + actions
                        + "; wrap the environment so that it takes one of these");
    }

    private PolicyHead<MultiCategorical> multiCategorical(MultiDiscrete space) {
        Layer logits = outputs(space.choices());
        return new PolicyHead<>(
                logits.parameters(), 0, (x, masks) -> new MultiCategorical(logits.apply(x), masks, space, tensors));
    }

    private PolicyHead<DiagonalGaussian> gaussian(int d) {
        Layer mean = outputs(d);
        if (settings.noise() == GaussianSettings.Noise.STATE_DEPENDENT) {
            return stateDependent(mean, d, (mu, noise) -> new DiagonalGaussian(mu, noise, tensors));
        }
        Parameter logStd = logStd(d);
        return new PolicyHead<>(
                join(mean.parameters(), List.of(logStd)),
                0,
                (x, masks) -> new DiagonalGaussian(mean.apply(x), logStd.tensor(), tensors));
    }

    /** Returns the head of a squashed Gaussian, whose standard deviation also depends on the state. */
    PolicyHead<TanhGaussian> squashedGaussian(ActionRange range) {
        Layer mean = outputs(range.size());
        if (settings.noise() == GaussianSettings.Noise.STATE_DEPENDENT) {
            return stateDependent(mean, range.size(), (mu, noise) -> new TanhGaussian(mu, noise, range, tensors));
        }
        Layer logStd = features.head("log-std", range.size(), GAIN);
        float shift = (float) settings.logStd();
        return new PolicyHead<>(
                join(mean.parameters(), logStd.parameters()),
                0,
                (x, masks) -> new TanhGaussian(mean.apply(x), logStd.apply(x).add(shift), range, tensors));
    }

    private <D extends Distribution> PolicyHead<D> stateDependent(
            Layer mean, int d, BiFunction<Tensor, StateDependentNoise, D> distribution) {
        Parameter logStd = logStd(features.width(), d);
        return new PolicyHead<>(
                join(mean.parameters(), List.of(logStd)),
                StateDependentNoise.memorySize(features.width(), d),
                (x, masks) -> distribution.apply(
                        mean.apply(x), new StateDependentNoise(x, logStd.tensor(), settings.noiseSteps())));
    }

    private Layer outputs(int count) {
        return features.head("head", count, GAIN);
    }

    private Parameter logStd(int... shape) {
        return tensors.parameter("log-std", Initializer.constant(settings.logStd()), init, shape);
    }

    private static List<Parameter> join(List<Parameter> first, List<Parameter> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
