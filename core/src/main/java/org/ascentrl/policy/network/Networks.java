package org.ascentrl.policy.network;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.nn.Dense;
import org.ascentrl.nn.LayerNoise;
import org.ascentrl.nn.LinearLayers;
import org.ascentrl.nn.NoisyDense;
import org.ascentrl.nn.NormalizeInput;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.policy.ActorCritic;
import org.ascentrl.policy.Critic;
import org.ascentrl.policy.DeterministicPolicy;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.SquashedGaussianPolicy;
import org.ascentrl.policy.ValueFunction;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Tensors;

/**
 * Creates the models of an algorithm for one environment: a method for each role. Every model has its own encoder.
 * Initial values are drawn from the {@code init} of each call: first those of the encoder, then those of the heads.
 */
public final class Networks {

    private final Function<EncoderSetup, Encoder> encoders;
    private final NetworkSettings settings;
    private final EnvironmentSpec environment;
    private final Tensors tensors;

    /** @param encoders creates an encoder for each model */
    public Networks(
            Function<EncoderSetup, Encoder> encoders,
            NetworkSettings settings,
            EnvironmentSpec environment,
            Tensors tensors) {
        this.encoders = encoders;
        this.settings = settings;
        this.environment = environment;
        this.tensors = tensors;
    }

    /**
     * Returns a new policy with a head for the action space.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Policy policy(RandomGenerator init) {
        return policy(features(init), init);
    }

    private EncodedPolicy<?> policy(Features features, RandomGenerator init) {
        return new EncodedPolicy<>(features, heads(features, init).of(environment.actionSpace()));
    }

    private PolicyHeads heads(Features features, RandomGenerator init) {
        return new PolicyHeads(features, settings.gaussian(), init, tensors);
    }

    /**
     * Returns a new policy whose samples stay within the bounds of the action space and are differentiable.
     *
     * @throws IllegalArgumentException if the actions are not continuous with finite bounds
     */
    public SquashedGaussianPolicy squashedGaussianPolicy(RandomGenerator init) {
        ActionRange range = ActionRange.of(environment.actionSpace());
        Features features = features(init);
        return new EncodedPolicy.SquashedGaussian(
                features, heads(features, init).squashedGaussian(range));
    }

    /**
     * Returns a new deterministic policy.
     *
     * @throws IllegalArgumentException if the actions are not continuous with finite bounds
     */
    public DeterministicPolicy deterministicPolicy(RandomGenerator init) {
        int size = ActionRange.of(environment.actionSpace()).size();
        return new EncodedDeterministicPolicy(features(init), size);
    }

    /** Returns a new value function. */
    public ValueFunction value(RandomGenerator init) {
        return new EncodedValue(features(init));
    }

    /** Returns a new policy and value function with a shared encoder. */
    public ActorCritic sharedActorCritic(RandomGenerator init) {
        Features features = features(init);
        return new EncodedActorCritic(features, policy(features, init));
    }

    /**
     * Returns new values of the actions of a discrete space. If noisy, all layers are noisy, including those of the
     * encoder.
     *
     * @throws IllegalArgumentException if the actions are not discrete
     */
    public ActionValues actionValues(ActionValues.Form form, RandomGenerator init) {
        if (!(environment.actionSpace() instanceof Discrete space)) {
            throw new IllegalArgumentException("values of actions need a Discrete space of them, not "
                    + environment.actionSpace() + "; take an algorithm with a policy, as ppo or sac");
        }
        LayerNoise noise = new LayerNoise();
        LinearLayers noisy =
                (name, inputs, outputs, gain) -> new NoisyDense(name, inputs, outputs, noise, init, tensors);
        Features features = features(form.noisy() ? noisy : dense(init), init);
        return new EncodedActionValues(features, form, space.n(), noise, tensors);
    }

    /** Returns a new critic of continuous actions, without an input normalizer. */
    public Critic critic(RandomGenerator init) {
        int size = environment.actionSpace().reals();
        LinearLayers layers = dense(init);
        return new EncodedCritic(new Features(Optional.empty(), encoder(size, layers, init), layers, tensors), size);
    }

    /** Returns a new encoder, behind an input normalizer if settings ask for one: the body of a model of your own. */
    public Features features(RandomGenerator init) {
        return features(dense(init), init);
    }

    private Features features(LinearLayers layers, RandomGenerator init) {
        Optional<NormalizeInput> normalizer = settings.normalizeInput()
                ? Optional.of(new NormalizeInput(environment.observationSpace().flatSize(), tensors))
                : Optional.empty();
        return new Features(normalizer, encoder(0, layers, init), layers, tensors);
    }

    /** @param actions d, the dimension of the action that follows each observation; 0 for none */
    private Encoder encoder(int actions, LinearLayers layers, RandomGenerator init) {
        int inputs = environment.observationSpace().flatSize() + actions;
        return encoders.apply(new EncoderSetup(environment.observationSpace(), inputs, layers, init, tensors));
    }

    private LinearLayers dense(RandomGenerator init) {
        return (name, inputs, outputs, gain) -> switch (settings.initialization()) {
            case ORTHOGONAL ->
                new Dense(name, inputs, outputs, Initializer.orthogonal(gain), Initializer.zeros(), init, tensors);
            case UNIFORM ->
                new Dense(name, inputs, outputs, Initializer.fanIn(inputs), Initializer.fanIn(inputs), init, tensors);
        };
    }
}
