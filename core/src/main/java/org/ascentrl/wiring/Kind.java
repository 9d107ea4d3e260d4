package org.ascentrl.wiring;

import java.util.List;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.env.Environment;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.optim.OptimizerSetup;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.sink.Sink;
import org.ascentrl.sink.SinkSetup;
import org.ascentrl.tensor.TensorBackend;

/**
 * A kind of plug-in. To add a kind, add a constant, list it in {@link #ALL}, and give its selector a default in
 * {@code reference.conf}: plug-ins can then offer it, settings choose it, and {@link Experiment#make} creates it.
 *
 * @param selector the key of settings that chooses by name
 * @param several whether settings choose a list of names
 * @param <S> the setup that a {@link Factory} of this kind takes beside its settings
 * @param <T> the type that the factory creates
 */
@SuppressWarnings("UnusedTypeParameter") // the types of a factory of the kind
public record Kind<S, T>(String selector, boolean several) {

    /** Environments. The setup is the name that was chosen, which is the id. */
    public static final Kind<String, EnvironmentFactory> ENVIRONMENT = one("environment");

    public static final Kind<AlgorithmSetup, Algorithm> ALGORITHM = one("algorithm");

    public static final Kind<EncoderSetup, Encoder> ENCODER = one("encoder");

    public static final Kind<OptimizerSetup, Optimizer> OPTIMIZER = one("optimizer");

    /** Backends, of the calling thread. The setup is the name that was chosen. A backend may load native libraries. */
    public static final Kind<String, TensorBackend> BACKEND = one("backend");

    public static final Kind<CollectorSetup, Collector> COLLECTOR = one("collector");

    /** Wrappers. The setup is the environment that is wrapped. */
    public static final Kind<Environment, Environment> WRAPPERS = several("wrappers");

    public static final Kind<SinkSetup, Sink> SINKS = several("sinks");

    /** All kinds, in the order in which their settings are read. */
    static final List<Kind<?, ?>> ALL =
            List.of(ENVIRONMENT, ALGORITHM, ENCODER, OPTIMIZER, BACKEND, COLLECTOR, WRAPPERS, SINKS);

    private static <S, T> Kind<S, T> one(String selector) {
        return new Kind<>(selector, false);
    }

    private static <S, T> Kind<S, T> several(String selector) {
        return new Kind<>(selector, true);
    }
}
