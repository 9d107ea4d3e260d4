package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Vectors of 128, 256 and 512 bits, as far as the processor has them, give the same bits, compiled or interpreted. */
class VectorWidthTest {

    private static final List<String> FLAGS =
            List.of("-XX:MaxVectorSize=64", "-XX:MaxVectorSize=32", "-XX:MaxVectorSize=16", "-Xint");

    @Test
    void theWidthDoesNotMatter() throws Exception {
        Set<String> widths = new LinkedHashSet<>();
        Set<String> hashes = new LinkedHashSet<>();
        for (String flag : FLAGS) {
            String[] printed = Fork.run(Hashes.class, List.of("--add-modules", "jdk.incubator.vector", flag))
                    .split(" ", -1);
            widths.add(printed[0]);
            hashes.add(printed[1]);
        }
        assertThat(widths).contains("128");
        assertThat(hashes).hasSize(1);
    }
}
