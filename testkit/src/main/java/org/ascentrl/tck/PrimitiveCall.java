package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.testing.Input;

/**
 * A call of a primitive that any backend can make.
 *
 * @param name the operation, and its arguments that are not storages
 * @param inputs what its storages hold
 * @param function makes the call; what works in place does so on a copy and returns it
 * @param accuracy what is asked of the result
 */
record PrimitiveCall(String name, List<Input> inputs, Function function, Accuracy accuracy) {

    @FunctionalInterface
    interface Function {
        Storage on(TensorBackend backend, Storage[] inputs);
    }

    static PrimitiveCall of(String name, Accuracy accuracy, Function function, Input... inputs) {
        return new PrimitiveCall(name, List.of(inputs), function, accuracy);
    }

    /** A call on random numbers. */
    static PrimitiveCall of(String name, Accuracy accuracy, Function function, Shape... shapes) {
        Input[] inputs = new Input[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            inputs[i] = Input.random(i, shapes[i]);
        }
        return of(name, accuracy, function, inputs);
    }

    /** Copies of the inputs. */
    Storage[] copies(TensorBackend backend) {
        return inputs.stream()
                .map(input -> backend.copyOf(input.values(), input.shape()))
                .toArray(Storage[]::new);
    }

    Storage on(TensorBackend backend) {
        return function.on(backend, copies(backend));
    }

    /** Makes the call on both backends. */
    void compare(String rule, TensorBackend backend, TensorBackend reference) {
        String what = rule + " " + this;
        Storage actual = on(backend);
        Storage expected = on(reference);
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        accuracy.check(what, backend.toFloats(actual), reference.toFloats(expected), magnitude(reference));
    }

    /** The same call on the magnitudes of its inputs. */
    private float[] magnitude(TensorBackend backend) {
        Storage[] magnitudes = inputs.stream()
                .map(input -> backend.copyOf(magnitudes(input.values()), input.shape()))
                .toArray(Storage[]::new);
        return backend.toFloats(function.on(backend, magnitudes));
    }

    private static float[] magnitudes(float[] values) {
        float[] magnitudes = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            magnitudes[i] = Math.abs(values[i]);
        }
        return magnitudes;
    }

    @Override
    public String toString() {
        return name + inputs.stream().map(Input::toString).collect(Collectors.joining(", ", " ", ""));
    }
}
