package org.ascentrl.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.examples.Sample02SwapBackends;
import org.junit.jupiter.api.Test;

class Nd4jSampleTest {

    @Test
    void sample02TrainsOnThisBackend() {
        assertThat(Sample02SwapBackends.train("nd4j", 2_000)).matches("nd4j .*: return \\d+\\.\\d");
    }
}
