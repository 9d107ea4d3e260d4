package org.ascentrl.algorithm;

import java.util.List;
import java.util.function.Function;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.network.Networks;
import org.ascentrl.random.Streams;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/**
 * The parts that an algorithm is built from, as settings choose them.
 *
 * @param environment the environment's spaces and limits
 * @param tensors the tensors of the chosen backend
 * @param networks creates networks
 * @param optimizer creates an optimizer of the given parameters
 * @param random the named random streams of the run
 */
public record AlgorithmSetup(
        EnvironmentSpec environment,
        Tensors tensors,
        Networks networks,
        Function<List<Parameter>, Optimizer> optimizer,
        Streams random) {}
