package org.ascentrl.backend.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** DJL's PyTorch engine, loaded once in a process: without network, without telemetry, computing in one thread. */
final class DjlEngine {

    private static final String NAME = "PyTorch";

    /** The properties that are read when the engine loads. A person's own choice, given with {@code -D}, stays. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "OPT_OUT_TRACKING", "true",
            "ai.djl.offline", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1");

    private final Engine engine;

    private DjlEngine(Engine engine) {
        this.engine = engine;
    }

    /**
     * The engine, which this call loads if no other has.
     *
     * @throws IllegalStateException if the native library cannot be loaded; names platform and artifact
     */
    static DjlEngine load() {
        return load(() -> Engine.getEngine(NAME));
    }

    static synchronized DjlEngine load(Supplier<Engine> source) {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        try {
            return new DjlEngine(source.get());
        } catch (RuntimeException | LinkageError | AssertionError e) { // DJL throws all of these where it cannot load
            throw new IllegalStateException(notLoaded(e), e);
        }
    }

    private static String notLoaded(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String platform = platform();
        return "backend = djl: PyTorch's native library does not load on " + platform + " (" + root
                + "). It comes with the artifact ai.djl.pytorch:pytorch-native-cpu, classifier " + platform
                + ", which has to be on the class path; the backends ejml and nd4j do not need it.";
    }

    /** In the words of the artifact's classifiers. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch").replace("amd64", "x86_64");
        return (os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : os) + "-" + architecture;
    }

    /**
     * A new manager for tensors on {@code device}.
     *
     * @throws IllegalArgumentException if there is no such device
     */
    PtNDManager manager(DjlSettings.Device device) {
        if (device == DjlSettings.Device.GPU && engine.getGpuCount() == 0) {
            throw new IllegalArgumentException("djl.device = gpu: " + NAME + " " + engine.getVersion()
                    + " as it was loaded finds no GPU. Allowed here: cpu. For a GPU, CUDA and the artifact"
                    + " ai.djl.pytorch:pytorch-native-cu128 in place of pytorch-native-cpu are needed.");
        }
        return (PtNDManager) engine.newBaseManager(device == DjlSettings.Device.GPU ? Device.gpu() : Device.cpu());
    }

    /** The libraries and what else decides the bits. */
    String description(DjlSettings.Device device) {
        int threads = JniUtils.getNumThreads();
        return "djl " + Engine.getDjlVersion() + ", " + NAME + " " + engine.getVersion() + ", "
                + device.name().toLowerCase(Locale.ROOT) + ", " + threads + (threads == 1 ? " thread" : " threads");
    }
}
