package org.ascentrl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The provenance of a run.
 *
 * @param seed of the run
 * @param backend what computed, with its version
 * @param commit the commit of the code, or {@code unknown}
 * @param start when it began
 */
public record RunRecord(long seed, String backend, String commit, Instant start) {

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        map.put("backend", backend);
        map.put("commit", commit);
        map.put("start", start.toString());
        map.put("jdk", System.getProperty("java.vendor") + " " + Runtime.version());
        map.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        map.put("cpu", cpu());
        map.put("processors", Runtime.getRuntime().availableProcessors());
        return map;
    }

    /** The model as Linux names it; elsewhere the architecture. */
    private static String cpu() {
        String architecture = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException | UncheckedIOException e) {
            return architecture;
        }
    }
}
