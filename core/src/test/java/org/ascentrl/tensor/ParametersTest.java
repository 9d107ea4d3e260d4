package org.ascentrl.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);
    private final Parameter p = parameter("p", 1, 2, 3, 4);
    private final List<Parameter> both = List.of(p, parameter("q", 5));

    @Test
    void areOneVectorAndBack() {
        assertThat(Parameters.size(both)).isEqualTo(5);
        assertThat(Parameters.toVector(both)).containsExactly(1, 2, 3, 4, 5);

        Parameters.assign(both, new float[] {6, 7, 8, 9, 10});
        assertThat(p.toFloats()).containsExactly(6, 7, 8, 9);
        assertThat(Parameters.toVector(both)).containsExactly(6, 7, 8, 9, 10);
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Parameters.assign(both, new float[4]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("parameters: a vector of 4 numbers does not fill 5 of [p[2, 2], q[1]]");
        assertThat(p.toFloats()).containsExactly(1, 2, 3, 4);
    }

    private Parameter parameter(String name, float... values) {
        int[] shape = values.length == 1 ? new int[] {1} : new int[] {2, 2};
        return tensors.parameter(name, (random, s) -> values, new SplittableRandom(1), shape);
    }
}
