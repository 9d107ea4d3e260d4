package org.ascentrl.tensor;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes tensors and parameters on one backend, for one thread, and owns their tape. */
public interface Tensors {

    /** Tensors on {@code backend}, which the caller closes. */
    static Tensors on(TensorBackend backend) {
        return new Tape(backend);
    }

    /**
     * A constant. It may use {@code data} itself: leave the array alone until the scope closes.
     *
     * @throws ShapeException if the length does not fit the shape
     */
    Tensor of(float[] data, int... shape);

    /** A constant of float64 numbers, rounded to float32. */
    default Tensor of(double[] data, int... shape) {
        float[] rounded = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            rounded[i] = (float) data[i];
        }
        return of(rounded, shape);
    }

    /** A constant of rank 0. */
    default Tensor scalar(double value) {
        return of(new float[] {(float) value});
    }

    /** A parameter with initial values drawn from {@code random}, on the host: equal on every backend. */
    Parameter parameter(String name, Initializer initializer, RandomGenerator random, int... shape);

    /** Opens a scope: tensors made from now on, and what the tape recorded of them, die when it closes. */
    Scope scope();

    /** Runs {@code body} without recording: its results are constants. */
    <T> T noGrad(Supplier<T> body);

    TensorBackend backend();
}
