package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.GradientChecker;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossesTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private Parameter parameter(double... values) {
        Parameter p = tensors.parameter("x", Initializer.zeros(), new NumpyGenerator(0), values.length);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        p.assign(floats);
        return p;
    }

    /** PyTorch's smooth L1 loss, and its gradient. */
    @Test
    void huberEqualsTheReference() {
        Map<String, Object> golden = Json.map(
                Json.map(Json.read(LossesTest.class, "/golden/nn.json")).get("smooth_l1"));
        Parameter x = parameter(Json.doubles(golden.get("x")));
        double[] y = Json.doubles(golden.get("y"));
        try (Scope scope = tensors.scope()) {
            Tensor loss =
                    Losses.huber(x.tensor().sub(tensors.of(y, y.length)), 1).mean();
            assertThat((double) loss.item()).isCloseTo((Double) golden.get("loss"), within(1e-6));
            float[] gradient = backend.toFloats(loss.gradients(List.of(x)).of(x));
            double[] expected = Json.doubles(golden.get("grad"));
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) gradient[i]).isCloseTo(expected[i], within(1e-7));
            }
        }
    }

    @Test
    void huberIsSquaredUpToKappaAndStraightBeyond() {
        try (Scope scope = tensors.scope()) {
            Tensor errors = tensors.of(new float[] {0, 1, -1, 2, -2, 3, -5}, 7);
            assertThat(Losses.huber(errors, 2).toFloats()).containsExactly(0, 0.5f, 0.5f, 2, 2, 4, 8);
        }
    }

    @Test
    void huberHasTheGradientOfItsValues() {
        Parameter x = parameter(0.3, -0.4, 1.7, -2.5, 0.9);
        GradientChecker.check(3, List.of(x), () -> Losses.huber(x.tensor(), 1).sum());
    }
}
