package org.ascentrl.benchmarks;

import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;

/** Numbers to compute with. */
final class Inputs {

    private Inputs() {}

    /** Standard normal ones. */
    static float[] normal(NumpyGenerator random, int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.standardNormal();
        }
        return values;
    }

    static Storage normal(TensorBackend backend, NumpyGenerator random, Shape shape) {
        return backend.copyOf(normal(random, shape.size()), shape);
    }
}
