package org.ascentrl.policy.network;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.nn.Layer;
import org.ascentrl.nn.Sequential;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/** A multilayer perceptron up to its last hidden layer. Without hidden layers the features are the observations. */
public final class MlpEncoder implements FlatEncoder {

    private final Sequential layers;
    private final int width;

    public MlpEncoder(MlpSettings settings, EncoderSetup setup) {
        List<Layer> stack = new ArrayList<>();
        int features = setup.inputs();
        for (int units : settings.hidden()) {
            stack.add(setup.layers().linear("hidden" + (stack.size() / 2 + 1), features, units));
            stack.add(settings.activation());
            features = units;
        }
        layers = new Sequential(stack);
        width = features;
    }

    @Override
    public Tensor features(Tensor observations) {
        return layers.apply(observations);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public List<Parameter> parameters() {
        return layers.parameters();
    }
}
