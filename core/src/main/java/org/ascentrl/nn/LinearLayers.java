package org.ascentrl.nn;

/**
 * Creates the linear layers of a network. It decides how weights are initialized and whether layers are
 * {@linkplain NoisyDense noisy}, independently of the architecture of the network.
 */
@FunctionalInterface
public interface LinearLayers {

    /**
     * Returns a new linear layer [n, inputs] → [n, outputs].
     *
     * @param name the prefix of the names of its parameters, unique within the network
     * @param gain the gain of its weights, where they are orthogonal
     */
    Layer linear(String name, int inputs, int outputs, double gain);

    /** Returns a new hidden layer, with a gain of √2. */
    default Layer linear(String name, int inputs, int outputs) {
        return linear(name, inputs, outputs, Math.sqrt(2));
    }
}
