package org.ascentrl.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "500, 500",
        "1000, 1k",
        "2500, 2.5k",
        "50000, 50k",
        "500000, 500k",
        "1000000, 1M",
        "2500000, 2.5M",
        "20000000, 20M",
        "-1500, -1.5k"
    })
    void stepsAreInThousandsAndMillions(double value, String label) {
        assertThat(TickLabels.thousands(value)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "475, 475", "0.1, 0.1", "0.30000000000000004, 0.3", "-100, -100", "1e5, 100000", "-0.25, -0.25"
    })
    void returnsAreWithoutZerosBehindThePoint(double value, String label) {
        assertThat(TickLabels.plain(value)).isEqualTo(label);
    }
}
