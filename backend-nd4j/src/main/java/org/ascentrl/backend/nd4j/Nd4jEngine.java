package org.ascentrl.backend.nd4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J, loaded once in a process: quiet, and computing in one thread. */
final class Nd4jEngine {

    /** The properties that are read when ND4J loads. A person's own choice, given with {@code -D}, stays. */
    private static final Map<String, String> PROPERTIES = Map.of("org.nd4j.log.initialization", "false");

    private final Environment environment;

    private Nd4jEngine(Environment environment) {
        this.environment = environment;
    }

    /**
     * ND4J, which this call loads if no other has.
     *
     * @throws IllegalStateException if the native libraries cannot be loaded; names platform and artifact
     */
    static Nd4jEngine load() {
        return load(Nd4jEngine::loaded);
    }

    static synchronized Nd4jEngine load(Supplier<Environment> source) {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        try {
            return new Nd4jEngine(source.get());
        } catch (RuntimeException | LinkageError e) { // ND4J throws both where it cannot load
            throw new IllegalStateException(notLoaded(e), e);
        }
    }

    private static Environment loaded() {
        Environment environment = Nd4j.getEnvironment();
        // More threads make a small network on a busy machine many times slower. maxThreads() tells of the machine
        // only.
        environment.setMaxMasterThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        openblas_nolapack.blas_set_num_threads(1);
        Nd4j.getMemoryManager().togglePeriodicGc(false); // scopes free what they made
        return environment;
    }

    private static String notLoaded(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String platform = platform();
        return "backend = nd4j: ND4J's native library does not load on " + platform + " (" + root
                + "). It comes with the artifact org.nd4j:nd4j-native, classifier " + platform
                + ", which has to be on the class path; the backends ejml and djl do not need it.";
    }

    /** In the words of the artifact's classifiers. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String architecture =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm64");
        return (os.startsWith("mac") ? "macosx" : os.startsWith("win") ? "windows" : os) + "-" + architecture;
    }

    /** The library and what else decides the bits. */
    String description() {
        int threads = environment.maxMasterThreads();
        return "nd4j " + version() + ", cpu, " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** ND4J's jars do not tell it. */
    private static String version() {
        try (InputStream in = Nd4jEngine.class.getResourceAsStream("library-version.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
