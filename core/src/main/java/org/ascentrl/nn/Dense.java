package org.ascentrl.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** A linear layer with bias: x · W + b, with x [n, i], W [i, o] and b [o]. */
public final class Dense implements Layer {

    private final Parameter weight;
    private final Parameter bias;

    /** @param name the prefix of its parameters: {@code name.weight} and {@code name.bias} */
    public Dense(
            String name,
            int inputs,
            int outputs,
            Initializer weights,
            Initializer biases,
            RandomGenerator random,
            Tensors tensors) {
        weight = tensors.parameter(name + ".weight", weights, random, inputs, outputs);
        bias = tensors.parameter(name + ".bias", biases, random, outputs);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.linear(weight.tensor(), bias.tensor());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }
}
