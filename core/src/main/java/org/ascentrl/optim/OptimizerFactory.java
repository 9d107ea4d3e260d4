package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/**
 * Makes optimizers from their settings.
 *
 * @param <C> the settings; the learning rate and its schedule belong to the algorithm
 */
public interface OptimizerFactory<C extends Record> {

    Class<C> settings();

    Optimizer create(C settings, List<Parameter> parameters, Tensors tensors);
}
