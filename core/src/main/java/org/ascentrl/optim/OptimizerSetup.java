package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/**
 * The parts that an optimizer is built from, beside its settings. The learning rate and its schedule belong to the
 * algorithm.
 *
 * @param parameters updated by the optimizer
 */
public record OptimizerSetup(List<Parameter> parameters, Tensors tensors) {}
