package org.ascentrl.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void keepTheOrderInWhichTheyWereNamed() {
        Metrics metrics = Metrics.of("z", 1, "b", 2).with("y", 3).with("a", 4);
        assertThat(metrics.asMap())
                .containsExactly(Map.entry("z", 1.0), Map.entry("b", 2.0), Map.entry("y", 3.0), Map.entry("a", 4.0));
        assertThat(metrics).hasToString("{z=1.0, b=2.0, y=3.0, a=4.0}");
        assertThat(Metrics.none().asMap()).isEmpty();
    }

    @Test
    void doNotChange() {
        Metrics one = Metrics.of("loss", 1);
        Metrics two = one.with("norm", 2);
        assertThat(one.asMap()).containsOnlyKeys("loss");
        assertThat(two.asMap()).containsOnlyKeys("loss", "norm");
        assertThatThrownBy(() -> one.asMap().put("x", 1.0)).isInstanceOf(RuntimeException.class);
        assertThat(one.asMap()).containsOnlyKeys("loss");
    }
}
