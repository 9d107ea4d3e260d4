package org.ascentrl.policy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.env.Box;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.MultiBinary;
import org.ascentrl.env.MultiDiscrete;
import org.ascentrl.env.Space;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** What makes a distribution over an action space of the outputs of a network. */
sealed interface Head {

    /**
     * That of an action space.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Head of(Space actions, MlpSettings settings, RandomGenerator init, Tensors tensors) {
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
            return new GaussianHead(tensors.parameter("log-std", start, init, box.flatSize()), tensors);
        }
        throw new IllegalArgumentException("mlp acts in Discrete, MultiDiscrete, MultiBinary and Box spaces, not in "
                + actions + "; wrap the environment so that it takes one of these");
    }

    /** How many outputs it takes for each row. */
    int inputs();

    /** Of outputs [N, inputs]. */
    Distribution distribution(Tensor outputs, boolean @Nullable [] masks);

    /** What it learns beside the network. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Logits. */
    record CategoricalHead(Discrete space, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return space.n();
        }

        @Override
        public Distribution distribution(Tensor logits, boolean @Nullable [] masks) {
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
        public Distribution distribution(Tensor logits, boolean @Nullable [] masks) {
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
        public Distribution distribution(Tensor means, boolean @Nullable [] masks) {
            return new DiagonalGaussian(means, logStd.tensor(), tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(logStd);
        }
    }
}
