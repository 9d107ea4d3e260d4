package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/** Stochastic gradient descent: b ← μ b + g, w ← w − α b. */
public final class Sgd implements Optimizer {

    private final SgdSettings settings;
    private final List<Parameter> parameters;
    private final TensorBackend backend;
    private final OptimizerState momentum;

    public Sgd(SgdSettings settings, List<Parameter> parameters, Tensors tensors) {
        this.settings = settings;
        this.parameters = List.copyOf(parameters);
        backend = tensors.backend();
        momentum = new OptimizerState("momentum", this.parameters, tensors);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double apply(Gradients gradients, double learningRate) {
        double norm = gradients.norm(parameters);
        Gradients clipped = gradients.clipped(norm, settings.clipNorm());
        for (Parameter p : parameters) {
            Storage b = momentum.of(p);
            backend.axpyInPlace((float) (settings.momentum() - 1), b, b);
            backend.axpyInPlace(1, clipped.of(p), b);
            p.update(w -> backend.axpyInPlace((float) -learningRate, b, w));
        }
        return norm;
    }

    @Override
    public void state(State s) {
        momentum.state(s);
    }
}
