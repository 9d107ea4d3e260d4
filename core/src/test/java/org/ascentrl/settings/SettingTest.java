package org.ascentrl.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTest {

    record Sample(
            @Setting(value = "Step size.", min = 0, exclusiveMin = true)
            double step,

            @Setting("Layers.") int layers) {}

    @Test
    void isSeenOnTheRecordComponent() {
        Setting step = Sample.class.getRecordComponents()[0].getAnnotation(Setting.class);
        Setting layers = Sample.class.getRecordComponents()[1].getAnnotation(Setting.class);

        assertThat(step.value()).isEqualTo("Step size.");
        assertThat(step.min()).isZero();
        assertThat(step.max()).isInfinite();
        assertThat(step.exclusiveMin()).isTrue();
        assertThat(layers.min()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(layers.exclusiveMin()).isFalse();
    }
}
