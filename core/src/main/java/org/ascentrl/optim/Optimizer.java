package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** Updates parameters by their gradients. The caller passes the learning rate, which may change from step to step. */
public interface Optimizer extends Stateful {

    List<Parameter> parameters();

    /**
     * Takes one step.
     *
     * @param gradients of all {@link #parameters()}
     * @return the global norm of the gradients, before any clipping
     */
    double apply(Gradients gradients, double learningRate);

    /** Takes one step to reduce {@code loss}. Returns the global norm of its gradients, before any clipping. */
    default double minimize(Tensor loss, double learningRate) {
        return apply(loss.gradients(parameters()), learningRate);
    }
}
