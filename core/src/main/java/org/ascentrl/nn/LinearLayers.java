package org.ascentrl.nn;

/**
 * Makes the linear layers of a network. Who builds a network chooses by it how its weights are initialized, and whether its
 * layers are {@linkplain NoisyDense noisy}; the network itself need not know.
 */
@FunctionalInterface
public interface LinearLayers {

    /**
     * A new linear layer [n, inputs] → [n, outputs].
     *
     * @param name the prefix of the names of its parameters, unique within the network
     * @param gain the gain of its weights, where they are orthogonal
     */
    Layer linear(String name, int inputs, int outputs, double gain);

    /** A new hidden layer: the gain is √2. */
    default Layer linear(String name, int inputs, int outputs) {
        return linear(name, inputs, outputs, Math.sqrt(2));
    }
}
