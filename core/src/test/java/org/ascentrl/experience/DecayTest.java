package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecayTest {

    private static Progress after(long steps) {
        return new Progress(steps, 1_000_000);
    }

    @Test
    void linearChangesByTheSameAmountInEachStep() {
        Decay decay = new Decay(1, 0.2, 400, Decay.Curve.LINEAR);
        assertThat(decay.at(after(0))).isEqualTo(1);
        assertThat(decay.at(after(100))).isCloseTo(0.8, within(1e-12));
        assertThat(decay.at(after(300))).isCloseTo(0.4, within(1e-12));
        assertThat(decay.at(after(400))).isEqualTo(0.2);
        assertThat(decay.at(after(5000))).isEqualTo(0.2);
    }

    @Test
    void exponentialChangesByTheSameFactorInEachStep() {
        Decay decay = new Decay(1, 0.01, 400, Decay.Curve.EXPONENTIAL);
        assertThat(decay.at(after(0))).isEqualTo(1);
        assertThat(decay.at(after(200))).isCloseTo(0.1, within(1e-12));
        assertThat(decay.at(after(301)) / decay.at(after(300))).isCloseTo(Math.pow(0.01, 1 / 400.0), within(1e-12));
        assertThat(decay.at(after(999))).isEqualTo(0.01);
    }

    @Test
    void withoutStepsItIsAtItsEnd() {
        assertThat(new Decay(1, 0.2, 0, Decay.Curve.LINEAR).at(after(0))).isEqualTo(0.2);
        assertThat(Decay.constant(3).at(after(7))).isEqualTo(3);
    }

    @Test
    void anExponentialOneNeverReachesNothing() {
        assertThatThrownBy(() -> new Decay(1, 0, 10, Decay.Curve.EXPONENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from = 1.0, to = 0.0")
                .hasMessageContaining("linear");
    }
}
