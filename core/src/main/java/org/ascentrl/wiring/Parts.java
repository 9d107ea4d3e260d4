package org.ascentrl.wiring;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.CollectorSetup;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.Encoder;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/** The chosen factories, each bound to its settings. */
record Parts(
        EnvironmentSource environment,
        Function<AlgorithmSetup, Algorithm> algorithm,
        Function<EncoderSetup, Encoder> encoder,
        BiFunction<List<Parameter>, Tensors, Optimizer> optimizer,
        Supplier<TensorBackend> backend,
        Function<CollectorSetup, Collector> collector) {}
