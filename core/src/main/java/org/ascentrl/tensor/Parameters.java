package org.ascentrl.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Parameters as one flat vector: each row-major, in the order of their list. For what searches among all parameters at
 * once, such as an evolution strategy, or averages them.
 */
public final class Parameters {

    private Parameters() {}

    /** The number of elements of all parameters. */
    public static int size(List<Parameter> parameters) {
        return parameters.stream().mapToInt(p -> p.shape().size()).sum();
    }

    /** A copy of the values of all parameters. */
    public static float[] toVector(List<Parameter> parameters) {
        return join(parameters, Parameter::toFloats);
    }

    /**
     * Replaces the values of all parameters, the reverse of {@link #toVector}.
     *
     * @throws ShapeException if the length of {@code vector} is not the size of all parameters
     */
    public static void assign(List<Parameter> parameters, float[] vector) {
        split(parameters, vector, Parameter::assign);
    }

    static float[] join(List<Parameter> parameters, Function<Parameter, float[]> values) {
        float[] vector = new float[size(parameters)];
        int at = 0;
        for (Parameter p : parameters) {
            float[] part = values.apply(p);
            System.arraycopy(part, 0, vector, at, part.length);
            at += part.length;
        }
        return vector;
    }

    static void split(List<Parameter> parameters, float[] vector, BiConsumer<Parameter, float[]> each) {
        if (vector.length != size(parameters)) {
            throw new ShapeException("parameters: a vector of " + vector.length + " numbers does not fill "
                    + size(parameters) + " of " + parameters);
        }
        int at = 0;
        for (Parameter p : parameters) {
            each.accept(p, Arrays.copyOfRange(vector, at, at + p.shape().size()));
            at += p.shape().size();
        }
    }
}
