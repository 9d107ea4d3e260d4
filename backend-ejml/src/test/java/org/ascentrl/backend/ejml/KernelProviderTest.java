package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.CorePlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kernels {@code ejml.kernels} chooses, in a JVM that has the Vector API and in one that has not. */
class KernelProviderTest {

    /** Prints the backend that the settings of the system property describe, or what is wrong with them. */
    static final class Describe {

        private Describe() {}

        public static void main(String[] args) {
            KernelProvider kernels = KernelProvider.valueOf(System.getProperty("kernels"));
            try {
                System.out.println(new EjmlBackend(kernels).description());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"VECTOR, vector", "EJML, ejml"})
    void withTheVectorApiEachIsThere(KernelProvider provider, String name) {
        assertThat(provider.kernels().name()).isEqualTo(name);
    }

    @Test
    void autoTakesVectorsWhereTheyAreFast() {
        assertThat(KernelProvider.AUTO.kernels().name()).isEqualTo(VectorKernels.isFast() ? "vector" : "ejml");
    }

    @ParameterizedTest
    @CsvSource({"AUTO", "EJML"})
    void withoutTheVectorApiTheRestIsEjml(KernelProvider provider) throws Exception {
        assertThat(Fork.run(Describe.class, List.of("-Dkernels=" + provider))).endsWith("kernels ejml");
    }

    @Test
    void withoutTheVectorApiItCannotBeChosen() throws Exception {
        assertThat(Fork.run(Describe.class, List.of("-Dkernels=VECTOR")))
                .isEqualTo("kernels = vector: this JVM was started without the Vector API."
                        + " Add --add-modules jdk.incubator.vector to its flags, or set ejml.kernels = auto");
    }

    @Test
    void anUnknownProviderIsRefusedWithThoseThereAre() {
        Settings settings = Settings.builder()
                .references(KernelProviderTest.class.getClassLoader())
                .set("backend=ejml")
                .set("ejml.kernels=avx")
                .build();
        Bootstrap bootstrap = new Bootstrap(List.of(new CorePlugin(), new EjmlPlugin()));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        SettingsException.class, () -> bootstrap.experiment(settings)))
                .hasMessageContaining("ejml.kernels")
                .hasMessageContaining("auto, vector, ejml");
    }
}
