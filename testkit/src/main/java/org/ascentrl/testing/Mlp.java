package org.ascentrl.testing;

import java.util.List;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.nn.Activation;
import org.ascentrl.policy.network.GaussianSettings;
import org.ascentrl.policy.network.MlpEncoder;
import org.ascentrl.policy.network.MlpSettings;
import org.ascentrl.policy.network.NetworkSettings;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.tensor.Tensors;

/** Multilayer perceptrons in few words: orthogonal, not normalized, with independent noise, unless said otherwise. */
public record Mlp(MlpSettings encoder, NetworkSettings settings) {

    private static Mlp of(Activation activation, Integer... hidden) {
        NetworkSettings settings =
                new NetworkSettings(NetworkSettings.Initialization.ORTHOGONAL, false, GaussianSettings.independent(0));
        return new Mlp(new MlpSettings(List.of(hidden), activation), settings);
    }

    public static Mlp tanh(Integer... hidden) {
        return of(Activation.TANH, hidden);
    }

    public static Mlp relu(Integer... hidden) {
        return of(Activation.RELU, hidden);
    }

    /** Without hidden layers. */
    public static Mlp linear() {
        return tanh();
    }

    public Mlp uniform() {
        return with(NetworkSettings.Initialization.UNIFORM, settings.normalizeInput(), settings.gaussian());
    }

    public Mlp normalized() {
        return with(settings.initialization(), true, settings.gaussian());
    }

    public Mlp normalized(boolean normalizeInput) {
        return with(settings.initialization(), normalizeInput, settings.gaussian());
    }

    public Mlp logStd(double logStd) {
        return gaussian(GaussianSettings.independent(logStd));
    }

    public Mlp stateDependent(double logStd, int steps) {
        return gaussian(new GaussianSettings(logStd, GaussianSettings.Noise.STATE_DEPENDENT, steps));
    }

    public Mlp gaussian(GaussianSettings gaussian) {
        return with(settings.initialization(), settings.normalizeInput(), gaussian);
    }

    private Mlp with(NetworkSettings.Initialization initialization, boolean normalizeInput, GaussianSettings gaussian) {
        return new Mlp(encoder, new NetworkSettings(initialization, normalizeInput, gaussian));
    }

    public Networks networks(EnvironmentSpec environment, Tensors tensors) {
        return new Networks(setup -> new MlpEncoder(encoder, setup), settings, environment, tensors);
    }
}
