package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

/** When target networks are updated, and how. */
class TargetsTest {

    private static double tau(long every, double tau, long before, long steps) {
        return new TargetUpdates(every, tau).tau(new Progress(before, 1000), steps);
    }

    @Test
    void copiesOnceSoManyEnvironmentStepsHavePassed() {
        assertThat(tau(100, 1, 0, 99)).isZero();
        assertThat(tau(100, 1, 0, 100)).isEqualTo(1);
        assertThat(tau(100, 1, 96, 4)).isEqualTo(1);
        assertThat(tau(100, 1, 100, 4)).isZero();
        assertThat(tau(100, 1, 150, 200)).isEqualTo(1);
    }

    @Test
    void severalSoftUpdatesAreOne() {
        assertThat(tau(1, 0.1, 7, 1)).isCloseTo(0.1, within(1e-12));
        assertThat(tau(1, 0.1, 7, 3)).isCloseTo(1 - 0.9 * 0.9 * 0.9, within(1e-12));
        assertThat(tau(2, 0.1, 7, 3)).isCloseTo(1 - 0.9 * 0.9, within(1e-12));
        assertThat(tau(20, 0.1, 7, 3)).isZero();
    }

    @Test
    void followsByTau() {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            Parameter online = parameter(tensors, 1, 2, 3);
            Parameter target = parameter(tensors, 5, 6, -1);
            Polyak.update(List.of(target), List.of(online), 0.25, tensors);
            assertThat(target.toFloats()).containsExactly(4, 5, 0);
            assertThat(online.toFloats()).containsExactly(1, 2, 3);
            Polyak.update(List.of(target), List.of(online), 1, tensors);
            assertThat(target.toFloats()).containsExactly(1, 2, 3);
        }
    }

    private static Parameter parameter(Tensors tensors, float... values) {
        Parameter p = tensors.parameter("p", Initializer.zeros(), new NumpyGenerator(0), values.length);
        p.assign(values);
        return p;
    }
}
