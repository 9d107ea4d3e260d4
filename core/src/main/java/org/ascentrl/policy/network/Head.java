package org.ascentrl.policy.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.distribution.Categorical;
import org.ascentrl.distribution.DiagonalGaussian;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.distribution.MultiCategorical;
import org.ascentrl.distribution.StateDependentGaussian;
import org.ascentrl.distribution.StateDependentNoise;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiBinary;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** What makes a distribution over an action space of the outputs of a network. */
sealed interface Head {

    /**
     * That of an action space.
     *
     * @param features how many features the outputs are computed from
     * @throws IllegalArgumentException if there is none
     */
    static Head of(Space actions, MlpSettings settings, int features, RandomGenerator init, Tensors tensors) {
        if (actions instanceof Discrete discrete) {
            return new CategoricalHead(discrete, tensors);
        } else if (actions instanceof MultiDiscrete several) {
            return new MultiCategoricalHead(several, tensors);
        } else if (actions instanceof MultiBinary bits) {
            int[] two = new int[bits.n()];
            Arrays.fill(two, 2);
            return new MultiCategoricalHead(MultiDiscrete.of(two), tensors);
        } else if (actions instanceof Box box) {
            Initializer start = Initializer.constant((float) settings.logStd());
            return switch (settings.noise()) {
                case INDEPENDENT ->
                    new GaussianHead(tensors.parameter("log-std", start, init, box.flatSize()), tensors);
                case STATE_DEPENDENT ->
                    new StateDependentHead(
                            tensors.parameter("log-std", start, init, features, box.flatSize()),
                            settings.noiseSteps(),
                            tensors);
            };
        }
        throw new IllegalArgumentException("mlp acts in Discrete, MultiDiscrete, MultiBinary and Box spaces, not in "
                + actions + "; wrap the environment so that it takes one of these");
    }

    /** How many outputs it takes for each row. */
    int inputs();

    /**
     * Of N rows.
     *
     * @param features what the outputs were computed from [N, H]
     * @param outputs [N, inputs]
     */
    Distribution distribution(Tensor features, Tensor outputs, Masks masks);

    /** What it learns beside the network. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** How many numbers its distributions remember of each slot. */
    default int memorySize() {
        return 0;
    }

    /** Logits. */
    record CategoricalHead(Discrete space, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return space.n();
        }

        @Override
        public Distribution distribution(Tensor features, Tensor logits, Masks masks) {
            return new Categorical(logits, masks, space, tensors);
        }
    }

    /** Logits of each integer, one after the other. */
    record MultiCategoricalHead(MultiDiscrete space, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return space.choices();
        }

        @Override
        public Distribution distribution(Tensor features, Tensor logits, Masks masks) {
            return new MultiCategorical(logits, masks, space, tensors);
        }
    }

    /** Means; the deviation does not depend on the state. */
    record GaussianHead(Parameter logStd, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return logStd.shape().size();
        }

        @Override
        public Distribution distribution(Tensor features, Tensor means, Masks masks) {
            return new DiagonalGaussian(means, logStd.tensor(), tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(logStd);
        }
    }

    /** Means; noise is a function of the features. */
    record StateDependentHead(Parameter logStd, int steps, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return logStd.shape().extent(1);
        }

        @Override
        public Distribution distribution(Tensor features, Tensor means, Masks masks) {
            return new StateDependentGaussian(means, features, logStd.tensor(), steps, tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(logStd);
        }

        @Override
        public int memorySize() {
            return StateDependentNoise.memorySize(logStd.shape().extent(0), inputs());
        }
    }
}
