package org.ascentrl.testing;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.Tensor;

/**
 * Compares the gradients of a loss with finite differences, in double, along random directions.
 *
 * <p>For each parameter p and random unit directions u: g·u against (L(p + hu) − L(p − hu)) / 2h, with h = 10⁻⁵. A wrong
 * element of g shows in every direction with probability 1, so few of them do. In one line:
 *
 * <pre>{@code
 * GradientChecker.check(7, layer.parameters(), () -> layer.apply(x).square().mean());
 * }</pre>
 *
 * <p>The loss has to be smooth around the values of its parameters: keep them away from kinks and ties.
 */
public final class GradientChecker {

    private static final int DIRECTIONS = 3;
    private static final double STEP = 1e-5;
    private static final double ALLOWED = 1e-6;

    /** Derivatives smaller than this part of the loss are lost in its rounding. */
    private static final double FLOOR = 1e-3;

    private final ReferenceBackend backend;
    private final Supplier<Tensor> loss;

    private GradientChecker(ReferenceBackend backend, Supplier<Tensor> loss) {
        this.backend = backend;
        this.loss = loss;
    }

    /**
     * Checks the gradient of {@code loss} with respect to each of {@code parameters}, which have their values again
     * afterwards.
     *
     * @param seed chooses the directions
     * @param parameters parameters on a {@link ReferenceBackend}
     * @param loss computes the loss, one element, anew from the parameters
     * @throws AssertionError if a gradient is wrong, naming the parameter and the relative error, or if the loss varies
     *     while its parameters do not
     * @throws IllegalArgumentException if there are no parameters, or they live on another backend
     */
    public static void check(long seed, Collection<Parameter> parameters, Supplier<Tensor> loss) {
        GradientChecker checker = new GradientChecker(backendOf(parameters), loss);
        try (Scope scope = checker.backend.openScope()) {
            checker.check(new SplittableRandom(seed), parameters);
        }
    }

    private void check(RandomGenerator random, Collection<Parameter> parameters) {
        Tensor first = loss.get();
        double value = backend.toDoubles(first.storage())[0];
        double again = value();
        if (Double.compare(value, again) != 0) {
            throw new AssertionError("the loss varies while its parameters do not: " + value + ", then " + again);
        }
        Gradients gradients = first.gradients(parameters);
        for (Parameter p : parameters) {
            double[] gradient = backend.toDoubles(gradients.of(p));
            for (int k = 0; k < DIRECTIONS && gradient.length > 0; k++) {
                double[] direction = unit(random, gradient.length);
                compare(p, dot(gradient, direction), slope(p, direction), FLOOR * Math.max(1, Math.abs(value)));
            }
        }
    }

    private static void compare(Parameter p, double analytic, double numeric, double floor) {
        double scale = Math.max(floor, Math.max(Math.abs(analytic), Math.abs(numeric)));
        double error = Math.abs(analytic - numeric) / scale;
        if (!(error <= ALLOWED)) {
            throw new AssertionError("the gradient of parameter " + p + " is wrong: along a random direction it gives "
                    + analytic + ", the finite difference is " + numeric + ": relative error " + error + ", allowed "
                    + ALLOWED);
        }
    }

    /** (L(p + hu) − L(p − hu)) / 2h. */
    private double slope(Parameter p, double[] direction) {
        Storage before = backend.copyOf(backend.toDoubles(p.tensor().storage()), p.shape());
        double[] scaled = Arrays.stream(direction).map(u -> u * STEP).toArray();
        Storage step = backend.copyOf(scaled, p.shape());
        try {
            p.update(own -> backend.axpyInPlace(1, step, own));
            double ahead = value();
            p.update(own -> backend.assignInPlace(before, own));
            p.update(own -> backend.axpyInPlace(-1, step, own));
            return (ahead - value()) / (2 * STEP);
        } finally {
            p.update(own -> backend.assignInPlace(before, own));
        }
    }

    private double value() {
        try (Scope scope = backend.openScope()) {
            return backend.toDoubles(loss.get().storage())[0];
        }
    }

    private static ReferenceBackend backendOf(Collection<Parameter> parameters) {
        Parameter first = parameters.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gradient check: there are no parameters"));
        if (first.tensor().storage() instanceof ReferenceStorage storage) {
            return storage.owner();
        }
        throw new IllegalArgumentException(
                "gradient check: parameter " + first
                        + " lives on another backend. Finite differences need doubles: use Tensors.on(new ReferenceBackend()).");
    }

    private static double[] unit(RandomGenerator random, int length) {
        double[] u = random.doubles(length, -1, 1).toArray();
        double norm = Math.sqrt(dot(u, u));
        return Arrays.stream(u).map(x -> x / norm).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
