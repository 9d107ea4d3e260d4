package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.tensor.UnaryOp;

/**
 * RMSProp: v ← ρ v + (1 − ρ) g², w ← w − α g / (√v + ε).
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton 2012</a>
 */
public final class RmsProp implements Optimizer {

    private final RmsPropSettings settings;
    private final List<Parameter> parameters;
    private final TensorBackend backend;
    private final OptimizerState meanSquare;

    public RmsProp(RmsPropSettings settings, List<Parameter> parameters, Tensors tensors) {
        this.settings = settings;
        this.parameters = List.copyOf(parameters);
        backend = tensors.backend();
        meanSquare = new OptimizerState("mean-square", this.parameters, tensors);
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
            Storage g = clipped.of(p);
            Storage v = meanSquare.of(p);
            backend.lerpInPlace(1 - settings.decay(), backend.unary(UnaryOp.SQUARE, g), v);
            Storage root = backend.affine(backend.unary(UnaryOp.SQRT, v), 1, (float) settings.epsilon());
            Storage step = backend.binary(BinaryOp.DIV, g, root, g.shape());
            p.update(w -> backend.axpyInPlace((float) -learningRate, step, w));
        }
        return norm;
    }

    @Override
    public void state(State s) {
        meanSquare.state(s);
    }
}
