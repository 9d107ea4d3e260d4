package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tck.OptimizerTck;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.tensor.UnaryOp;

/** An optimizer of one's own keeps the rules: nothing that it needs is hidden. */
class LionTest extends OptimizerTck {

    record LionSettings(double beta1, double beta2) {}

    /** Lion: w ← w − α sgn(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g (Chen et al. 2023, algorithm 2). */
    record Lion(LionSettings settings, List<Parameter> parameters, TensorBackend backend, OptimizerState momentum)
            implements Optimizer {

        @Override
        public double apply(Gradients gradients, double learningRate) {
            for (Parameter p : parameters) {
                Storage m = momentum.of(p);
                Storage c = backend.affine(m, 1, 0);
                backend.lerpInPlace(1 - settings.beta1(), gradients.of(p), c);
                backend.lerpInPlace(1 - settings.beta2(), gradients.of(p), m);
                Storage step = backend.unary(UnaryOp.SIGN, c);
                p.update(w -> backend.axpyInPlace((float) -learningRate, step, w));
            }
            return gradients.norm(parameters);
        }

        @Override
        public void state(State s) {
            momentum.state(s);
        }
    }

    @Override
    protected Optimizer optimizer(List<Parameter> parameters, Tensors tensors) {
        OptimizerState momentum = new OptimizerState("momentum", parameters, tensors);
        return new Lion(new LionSettings(0.9, 0.99), List.copyOf(parameters), tensors.backend(), momentum);
    }
}
