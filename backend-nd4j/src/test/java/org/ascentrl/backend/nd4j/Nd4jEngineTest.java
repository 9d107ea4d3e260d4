package org.ascentrl.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.ascentrl.tensor.TensorBackend;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How ND4J is loaded, and what people are told where it cannot be. */
class Nd4jEngineTest {

    private static TensorBackend backend(Nd4jSettings.Device device) {
        return Nd4jBackend.create(new Nd4jSettings(device));
    }

    @Test
    void namesTheLibraryThatComputes() {
        try (TensorBackend backend = backend(Nd4jSettings.Device.CPU)) {
            assertThat(backend.name()).isEqualTo("nd4j");
            assertThat(backend.description()).isEqualTo("nd4j 1.0.0-M2.1, cpu, 1 thread");
        }
    }

    @Test
    void computesInOneThread() {
        backend(Nd4jSettings.Device.CPU).close();
        assertThat(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads())
                .isEqualTo(1);
        assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(1);
        assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
    }

    @Test
    void refusesAGpu() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend(Nd4jSettings.Device.GPU))
                .withMessage("nd4j.device = gpu: ND4J comes here with nd4j-native, which finds no GPU."
                        + " Allowed: cpu. For a GPU choose backend = djl.");
    }

    @ParameterizedTest
    @ValueSource(classes = {ExceptionInInitializerError.class, UnsatisfiedLinkError.class, IllegalStateException.class})
    void namesPlatformAndArtifactOfALibraryThatDoesNotLoad(Class<? extends Throwable> failure) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Nd4jEngine.load(() -> {
                    throw thrown(failure);
                }))
                .withMessageStartingWith("backend = nd4j: ND4J's native library does not load on ")
                .withMessageContaining("-" + System.getProperty("os.arch").replace("amd64", "x86_64") + " (")
                .withMessageContaining("libgone.so")
                .withMessageContaining("org.nd4j:nd4j-native, classifier ");
    }

    private static Error thrown(Class<? extends Throwable> failure) {
        Throwable cause = new UnsatisfiedLinkError("libgone.so");
        if (failure == IllegalStateException.class) {
            throw new IllegalStateException(cause);
        }
        return failure == UnsatisfiedLinkError.class
                ? new UnsatisfiedLinkError("libgone.so")
                : new ExceptionInInitializerError(cause);
    }
}
