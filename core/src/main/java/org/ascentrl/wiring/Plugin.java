package org.ascentrl.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.collect.CollectorFactory;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.wrapper.WrapperFactory;
import org.ascentrl.optim.OptimizerFactory;
import org.ascentrl.policy.network.EncoderFactory;
import org.ascentrl.tensor.TensorBackendFactory;

/**
 * What a module offers, by the names that settings use. A jar names its plug-in in {@code META-INF/services}.
 *
 * <p>A factory is made when its name is chosen, and not before: a plug-in must not touch native libraries, nor hold
 * types of theirs in fields.
 */
public abstract class Plugin extends AbstractModule {

    private static final TypeLiteral<EnvironmentFactory<?>> ENVIRONMENT = new TypeLiteral<>() {};
    private static final TypeLiteral<WrapperFactory<?>> WRAPPER = new TypeLiteral<>() {};
    private static final TypeLiteral<EncoderFactory<?>> ENCODER = new TypeLiteral<>() {};
    private static final TypeLiteral<OptimizerFactory<?>> OPTIMIZER = new TypeLiteral<>() {};
    private static final TypeLiteral<AlgorithmFactory<?>> ALGORITHM = new TypeLiteral<>() {};
    private static final TypeLiteral<TensorBackendFactory<?>> BACKEND = new TypeLiteral<>() {};
    private static final TypeLiteral<CollectorFactory<?>> COLLECTOR = new TypeLiteral<>() {};

    protected final void bindEnvironment(String id, Class<? extends EnvironmentFactory<?>> factory) {
        offers(binder(), ENVIRONMENT).addBinding(id).to(factory);
    }

    protected final void bindWrapper(String name, Class<? extends WrapperFactory<?>> factory) {
        offers(binder(), WRAPPER).addBinding(name).to(factory);
    }

    protected final void bindEncoder(String name, Class<? extends EncoderFactory<?>> factory) {
        offers(binder(), ENCODER).addBinding(name).to(factory);
    }

    protected final void bindOptimizer(String name, Class<? extends OptimizerFactory<?>> factory) {
        offers(binder(), OPTIMIZER).addBinding(name).to(factory);
    }

    protected final void bindAlgorithm(String name, Class<? extends AlgorithmFactory<?>> factory) {
        offers(binder(), ALGORITHM).addBinding(name).to(factory);
    }

    protected final void bindBackend(String name, Class<? extends TensorBackendFactory<?>> factory) {
        offers(binder(), BACKEND).addBinding(name).to(factory);
    }

    protected final void bindCollector(String name, Class<? extends CollectorFactory<?>> factory) {
        offers(binder(), COLLECTOR).addBinding(name).to(factory);
    }

    /** Declares every kind of offer: one of which no plug-in has any is empty, not unknown. */
    static void declareKinds(Binder binder) {
        offers(binder, ENVIRONMENT);
        offers(binder, WRAPPER);
        offers(binder, ENCODER);
        offers(binder, OPTIMIZER);
        offers(binder, ALGORITHM);
        offers(binder, BACKEND);
        offers(binder, COLLECTOR);
    }

    private static <F> MapBinder<String, F> offers(Binder binder, TypeLiteral<F> kind) {
        return MapBinder.newMapBinder(binder, TypeLiteral.get(String.class), kind);
    }
}
