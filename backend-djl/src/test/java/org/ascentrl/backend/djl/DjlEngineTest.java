package org.ascentrl.backend.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import org.ascentrl.tensor.TensorBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engine is loaded, and what people are told where it cannot be. */
class DjlEngineTest {

    private static TensorBackend backend(DjlSettings.Device device) {
        return DjlBackend.create(new DjlSettings(device));
    }

    @Test
    void namesTheLibrariesThatCompute() {
        try (TensorBackend backend = backend(DjlSettings.Device.CPU)) {
            assertThat(backend.name()).isEqualTo("djl");
            assertThat(backend.description())
                    .isEqualTo("djl " + Engine.getDjlVersion() + ", PyTorch "
                            + Engine.getEngine("PyTorch").getVersion() + ", cpu, 1 thread");
        }
    }

    @Test
    void computesInOneThreadWithoutNetworkAndTelemetry() {
        backend(DjlSettings.Device.CPU).close();
        assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        assertThat(JniUtils.getNumInteropThreads()).isEqualTo(1);
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void refusesAGpuWhereThereIsNone() {
        assumeTrue(Engine.getEngine("PyTorch").getGpuCount() == 0, "there is a GPU");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend(DjlSettings.Device.GPU))
                .withMessageStartingWith("djl.device = gpu: PyTorch ")
                .withMessageContaining("finds no GPU. Allowed here: cpu.");
    }

    @ParameterizedTest
    @ValueSource(classes = {EngineException.class, UnsatisfiedLinkError.class, AssertionError.class})
    void namesPlatformAndArtifactOfALibraryThatDoesNotLoad(Class<? extends Throwable> failure) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DjlEngine.load(() -> {
                    throw thrown(failure);
                }))
                .withMessageStartingWith("backend = djl: PyTorch's native library does not load on ")
                .withMessageContaining("-" + System.getProperty("os.arch").replace("amd64", "x86_64") + " (")
                .withMessageContaining("libgone.so")
                .withMessageContaining("ai.djl.pytorch:pytorch-native-cpu, classifier ");
    }

    private static <T extends Throwable> Error thrown(Class<T> failure) {
        if (failure == EngineException.class) {
            throw new EngineException("Failed to load", new UnsatisfiedLinkError("libgone.so"));
        }
        return failure == AssertionError.class
                ? new AssertionError("libgone.so")
                : new UnsatisfiedLinkError("libgone.so");
    }
}
