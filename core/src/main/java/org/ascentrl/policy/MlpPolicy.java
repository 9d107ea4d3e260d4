package org.ascentrl.policy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.env.Box;
import org.ascentrl.env.Discrete;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.Space;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is a multilayer perceptron. The action space decides what its outputs mean: logits of a
 * {@link Categorical}, or the means of a {@link DiagonalGaussian} whose deviation does not depend on the state.
 */
public final class MlpPolicy implements Policy {

    private static final double HEAD_GAIN = 0.01;

    private final Mlp mlp;
    private final Head head;

    public MlpPolicy(MlpSettings settings, EnvironmentSpec environment, RandomGenerator init, Tensors tensors) {
        head = Head.of(environment.actionSpace(), settings, init, tensors);
        int features = environment.observationSpace().flatSize();
        mlp = new Mlp(settings, features, head.inputs(), HEAD_GAIN, init, tensors);
    }

    @Override
    public Distribution distribution(Tensor observations, boolean @Nullable [] masks) {
        return head.distribution(mlp.apply(observations), masks);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(mlp.parameters().stream(), head.parameters().stream())
                .toList();
    }

    @Override
    public void observe(Rollout fresh) {
        mlp.observe(fresh);
    }

    @Override
    public void state(State s) {
        mlp.state(s);
        head.parameters().forEach(p -> p.state(s));
    }

    /** What makes a distribution of the network's outputs. */
    private sealed interface Head {

        static Head of(Space actions, MlpSettings settings, RandomGenerator init, Tensors tensors) {
            if (actions instanceof Discrete discrete) {
                return new CategoricalHead(discrete, tensors);
            }
            if (!(actions instanceof Box)) {
                throw new IllegalArgumentException("mlp acts in Discrete and Box spaces, not in " + actions
                        + "; wrap the environment so that it takes one of these");
            }
            Initializer start = Initializer.constant((float) settings.logStd());
            int d = actions.flatSize();
            return new GaussianHead(tensors.parameter("log-std", start, init, d), tensors);
        }

        int inputs();

        Distribution distribution(Tensor outputs, boolean @Nullable [] masks);

        List<Parameter> parameters();
    }

    private record CategoricalHead(Discrete space, Tensors tensors) implements Head {

        @Override
        public int inputs() {
            return space.n();
        }

        @Override
        public Distribution distribution(Tensor logits, boolean @Nullable [] masks) {
            return new Categorical(logits, masks, space, tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    private record GaussianHead(Parameter logStd, Tensors tensors) implements Head {

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
