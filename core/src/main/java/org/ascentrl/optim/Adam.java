package org.ascentrl.optim;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/**
 * Adam, and AdamW when it decays weights.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015, Algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, Algorithm 2</a>
 */
public final class Adam implements Optimizer {

    private final AdamSettings settings;
    private final double weightDecay;
    private final List<Parameter> parameters;
    private final TensorBackend backend;
    private final OptimizerState first;
    private final OptimizerState second;
    private long steps;

    /** Creates Adam without weight decay. */
    public Adam(AdamSettings settings, List<Parameter> parameters, Tensors tensors) {
        this(new AdamWSettings(settings, 0), parameters, tensors);
    }

    /** Creates AdamW. */
    public Adam(AdamWSettings settings, List<Parameter> parameters, Tensors tensors) {
        this.settings = settings.adam();
        weightDecay = settings.weightDecay();
        this.parameters = List.copyOf(parameters);
        backend = tensors.backend();
        first = new OptimizerState("first", this.parameters, tensors);
        second = new OptimizerState("second", this.parameters, tensors);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double apply(Gradients gradients, double learningRate) {
        double norm = gradients.norm(parameters);
        Gradients clipped = gradients.clipped(norm, settings.clipNorm());
        steps++;
        AdamStep step =
                new AdamStep(learningRate, settings.beta1(), settings.beta2(), settings.epsilon(), weightDecay, steps);
        for (Parameter p : parameters) {
            Storage g = clipped.of(p);
            Storage m = first.of(p);
            Storage v = second.of(p);
            p.update(w -> backend.adamInPlace(w, g, m, v, step));
        }
        return norm;
    }

    @Override
    public void state(State s) {
        s.longs("steps", new int[0], () -> new long[] {steps}, saved -> steps = saved[0]);
        first.state(s);
        second.state(s);
    }
}
