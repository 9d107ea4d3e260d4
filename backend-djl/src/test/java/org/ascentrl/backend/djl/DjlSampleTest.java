package org.ascentrl.backend.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.examples.Sample02SwapBackends;
import org.junit.jupiter.api.Test;

class DjlSampleTest {

    @Test
    void sample02TrainsOnThisBackend() {
        assertThat(Sample02SwapBackends.train("djl", 2_000)).matches("djl .*: return \\d+\\.\\d");
    }
}
