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
    private final Slots momentum;

    public Sgd(SgdSettings settings, List<Parameter> parameters, Tensors tensors) {
        this.settings = settings;
        this.parameters = List.copyOf(parameters);
        backend = tensors.backend();
        momentum = new Slots("momentum", this.parameters, tensors);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double apply(Gradients gradients, double learningRate) {
        double norm = gradients.norm(parameters);
        Gradients clipped = gradients.clipped(norm, settings.clipNorm());
        for (int i = 0; i < parameters.size(); i++) {
            Storage b = momentum.get(i);
            backend.axpyInPlace((float) (settings.momentum() - 1), b, b);
            backend.axpyInPlace(1, clipped.of(parameters.get(i)), b);
            parameters.get(i).update(w -> backend.axpyInPlace((float) -learningRate, b, w));
        }
        return norm;
    }

    @Override
    public void state(State s) {
        momentum.state(s);
    }
}
