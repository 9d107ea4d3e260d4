package org.ascentrl.algorithm;

import java.util.List;
import java.util.function.Function;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Networks;
import org.ascentrl.random.Streams;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/**
 * What an algorithm is built from, as settings chose it.
 *
 * @param environment what it learns to act in
 * @param tensors what it computes with
 * @param networks makes its networks
 * @param optimizer makes an optimizer of given parameters
 * @param random the run's named streams
 */
public record AlgorithmSetup(
        EnvironmentSpec environment,
        Tensors tensors,
        Networks networks,
        Function<List<Parameter>, Optimizer> optimizer,
        Streams random) {}
