package org.ascentrl.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradients of parameters, each of its parameter's shape: those of a loss, or one's own. Those of a loss die with the
 * scope in which they were asked for. They are not to be changed in place: two parameters may have one storage for their
 * gradients.
 */
public final class Gradients {

    /** PyTorch adds it to the norm before it divides. */
    private static final double CLIP_EPSILON = 1e-6;

    private final TensorBackend backend;
    private final Map<Parameter, Tensor> gradients;

    Gradients(TensorBackend backend, Map<Parameter, Tensor> gradients) {
        this.backend = backend;
        this.gradients = gradients;
    }

    /**
     * One's own gradients, for an optimizer to apply: of an evolution strategy, say, or projected ones.
     *
     * @throws ShapeException if a gradient does not have its parameter's shape
     * @throws IllegalArgumentException if there are none
     */
    public static Gradients of(Map<Parameter, Tensor> gradients) {
        gradients.forEach((p, g) -> {
            if (!g.shape().equals(p.shape())) {
                throw new ShapeException(
                        "gradients: expects " + p.shape() + " for parameter " + p.name() + ", not " + g.shape());
            }
        });
        Parameter any = gradients.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gradients: there are no parameters"));
        return new Gradients(any.tensors().backend(), new LinkedHashMap<>(gradients));
    }

    /**
     * One's own gradients from one vector, the reverse of {@link #toVector}.
     *
     * @throws ShapeException if the length of {@code vector} is not the size of all parameters
     * @throws IllegalArgumentException if there are none
     */
    public static Gradients ofVector(List<Parameter> parameters, float[] vector) {
        Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
        Parameters.split(
                parameters,
                vector,
                (p, values) -> gradients.put(p, p.tensors().of(values, p.shape().toArray())));
        return of(gradients);
    }

    /**
     * The gradient of {@code parameter}; zeros if the loss does not depend on it.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Storage of(Parameter parameter) {
        return tensor(parameter).storage();
    }

    /**
     * The gradient of {@code parameter} to compute with. It is a constant unless the gradients were asked for with
     * {@code createGraph}.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Tensor tensor(Parameter parameter) {
        Tensor gradient = gradients.get(parameter);
        if (gradient == null) {
            throw new IllegalArgumentException("no gradient was asked for parameter " + parameter.name());
        }
        return gradient;
    }

    /** The gradients of {@code parameters} in their order, each row-major, in one vector. */
    public float[] toVector(List<Parameter> parameters) {
        return Parameters.join(parameters, p -> tensor(p).toFloats());
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
        Map<Parameter, Tensor> scaled = new LinkedHashMap<>();
        gradients.forEach((p, g) -> scaled.put(p, g.mul(factor)));
        return new Gradients(backend, scaled);
    }

    /** Scaled down so that their {@code norm}, known already, does not exceed {@code limit}; 0 is no limit. */
    public Gradients clipped(double norm, double limit) {
        double factor = limit / (norm + CLIP_EPSILON);
        return limit > 0 && factor < 1 ? scaled(factor) : this;
    }
}
