package org.ascentrl.tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The gradients of one loss, each of its parameter's shape. They die with the scope in which they were asked for, and are
 * not to be changed in place: two parameters may have one storage for their gradients.
 */
public final class Gradients {

    /** What PyTorch adds to the norm before it divides. */
    private static final double CLIP_EPSILON = 1e-6;

    private final TensorBackend backend;
    private final Map<Parameter, Storage> gradients;

    Gradients(TensorBackend backend, Map<Parameter, Storage> gradients) {
        this.backend = backend;
        this.gradients = gradients;
    }

    /**
     * The gradient of {@code parameter}; zeros if the loss does not depend on it.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Storage of(Parameter parameter) {
        Storage gradient = gradients.get(parameter);
        if (gradient == null) {
            throw new IllegalArgumentException("no gradient was asked for parameter " + parameter.name());
        }
        return gradient;
    }

    /** √Σ g² over all parameters together. */
    public double norm(Iterable<Parameter> parameters) {
        double sum = 0;
        for (Parameter p : parameters) {
            sum += backend.sumOfSquares(of(p));
        }
        return Math.sqrt(sum);
    }

    /** These gradients multiplied by {@code factor}. */
    public Gradients scaled(double factor) {
        Map<Parameter, Storage> scaled = new LinkedHashMap<>();
        gradients.forEach((p, g) -> scaled.put(p, backend.affine(g, (float) factor, 0)));
        return new Gradients(backend, scaled);
    }

    /** Scaled down so that their {@code norm}, known already, does not exceed {@code limit}; 0 is no limit. */
    public Gradients clipped(double norm, double limit) {
        double factor = limit / (norm + CLIP_EPSILON);
        return limit > 0 && factor < 1 ? scaled(factor) : this;
    }
}
