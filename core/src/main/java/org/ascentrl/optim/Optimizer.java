package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** Moves parameters against their gradients. The learning rate is the caller's: it may change from step to step. */
public interface Optimizer extends Stateful {

    List<Parameter> parameters();

    /**
     * One step.
     *
     * @param gradients of all {@link #parameters()}
     * @return the global norm of the gradients, before any clipping
     */
    double apply(Gradients gradients, double learningRate);

    /** One step down the gradients of {@code loss}. Returns their global norm, before any clipping. */
    default double minimize(Tensor loss, double learningRate) {
        return apply(loss.gradients(parameters()), learningRate);
    }
}
