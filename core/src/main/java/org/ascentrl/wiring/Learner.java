package org.ascentrl.wiring;

import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/**
 * An algorithm and what it computes with, for one thread.
 *
 * @param backend closed with this
 */
public record Learner(TensorBackend backend, Tensors tensors, Algorithm algorithm) implements AutoCloseable {

    @Override
    public void close() {
        backend.close();
    }
}
