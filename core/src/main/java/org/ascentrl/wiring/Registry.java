package org.ascentrl.wiring;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Map;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.collect.CollectorFactory;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.wrapper.WrapperFactory;
import org.ascentrl.optim.OptimizerFactory;
import org.ascentrl.policy.network.EncoderFactory;
import org.ascentrl.tensor.TensorBackendFactory;

/** What the plug-ins offer, by name. A factory is made when it is asked for. */
record Registry(
        Map<String, Provider<EnvironmentFactory<?>>> environments,
        Map<String, Provider<WrapperFactory<?>>> wrappers,
        Map<String, Provider<EncoderFactory<?>>> encoders,
        Map<String, Provider<OptimizerFactory<?>>> optimizers,
        Map<String, Provider<AlgorithmFactory<?>>> algorithms,
        Map<String, Provider<TensorBackendFactory<?>>> backends,
        Map<String, Provider<CollectorFactory<?>>> collectors) {

    @Inject
    Registry {}
}
