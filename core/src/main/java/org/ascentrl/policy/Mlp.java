package org.ascentrl.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.experience.Rollout;
import org.ascentrl.nn.Dense;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.NormalizeInput;
import org.ascentrl.nn.Sequential;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Input normaliser if asked for, hidden layers, and a linear head. */
final class Mlp implements Layer {

    private static final double HIDDEN_GAIN = Math.sqrt(2);

    private final List<NormalizeInput> normalizers;
    private final Sequential layers;

    /** @param headGain the gain of the head's orthogonal weights */
    Mlp(MlpSettings settings, int inputs, int outputs, double headGain, RandomGenerator init, Tensors tensors) {
        normalizers = settings.normalizeInput() ? List.of(new NormalizeInput(inputs, tensors)) : List.of();
        List<Layer> stack = new ArrayList<>(normalizers);
        int width = inputs;
        for (int i = 0; i < settings.hidden().size(); i++) {
            int units = settings.hidden().get(i);
            stack.add(dense(settings, "hidden" + (i + 1), width, units, HIDDEN_GAIN, init, tensors));
            stack.add(settings.activation());
            width = units;
        }
        stack.add(dense(settings, "head", width, outputs, headGain, init, tensors));
        layers = new Sequential(stack);
    }

    private static Layer dense(
            MlpSettings settings,
            String name,
            int inputs,
            int outputs,
            double gain,
            RandomGenerator init,
            Tensors tensors) {
        return switch (settings.initialization()) {
            case ORTHOGONAL ->
                new Dense(name, inputs, outputs, Initializer.orthogonal(gain), Initializer.zeros(), init, tensors);
            case UNIFORM ->
                new Dense(name, inputs, outputs, Initializer.fanIn(inputs), Initializer.fanIn(inputs), init, tensors);
        };
    }

    @Override
    public Tensor apply(Tensor x) {
        return layers.apply(x);
    }

    @Override
    public List<Parameter> parameters() {
        return layers.parameters();
    }

    void observe(Rollout fresh) {
        normalizers.forEach(n -> n.observe(fresh.observations(), fresh.rows()));
    }

    @Override
    public void state(State s) {
        layers.state(s);
    }
}
