package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/**
 * Everything an optimizer is built from but its settings; the learning rate and its schedule belong to the algorithm.
 *
 * @param parameters updated by the optimizer
 */
public record OptimizerSetup(List<Parameter> parameters, Tensors tensors) {}
