package org.ascentrl.tck;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.ascentrl.testing.TensorOperation;

/** Gradients computed on a backend are those computed on the reference: rule T25. */
final class GradientRules {

    private GradientRules() {}

    static void compare(TensorOperation operation, TensorBackend backend, ReferenceBackend reference) {
        List<float[]> actual = gradients(operation, backend);
        List<float[]> expected = gradients(operation, reference);
        for (int i = 0; i < expected.size(); i++) {
            float[] magnitude = new float[expected.get(i).length];
            Arrays.fill(magnitude, largest(expected.get(i)));
            Accuracy.SUM.check("T25 " + operation + ", gradient " + i, actual.get(i), expected.get(i), magnitude);
        }
    }

    private static List<float[]> gradients(TensorOperation operation, TensorBackend backend) {
        Tensors tensors = Tensors.on(backend);
        try (Scope scope = tensors.scope()) {
            List<Parameter> parameters = operation.parameters(tensors);
            Gradients gradients = operation.loss(tensors, parameters).gradients(parameters);
            return parameters.stream()
                    .map(p -> backend.toFloats(gradients.of(p)))
                    .toList();
        }
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
