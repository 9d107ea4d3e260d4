package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunRecordTest {

    @Test
    void tellsWhereARunCameFrom() {
        Instant start = Instant.parse("2026-01-02T03:04:05.678Z");
        Map<String, Object> map = new RunRecord(9007199254740993L, "ejml 0.46, kernels ejml", "abc123", start).asMap();

        assertThat(map)
                .containsEntry("seed", 9007199254740993L)
                .containsEntry("backend", "ejml 0.46, kernels ejml")
                .containsEntry("commit", "abc123")
                .containsEntry("start", "2026-01-02T03:04:05.678Z")
                .containsEntry("processors", Runtime.getRuntime().availableProcessors());
        assertThat(map.get("jdk").toString())
                .startsWith(System.getProperty("java.vendor"))
                .contains(Runtime.version().toString());
        assertThat(map.get("os").toString()).contains(System.getProperty("os.name"));
        assertThat(map.get("cpu").toString()).isNotBlank();
    }
}
