package org.ascentrl.envs.box2d;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the native library is loaded, and what people are told where it cannot be. */
class Box2dLibraryTest {

    @TempDir
    Path directory;

    @Test
    void loadsOnce() {
        assertThatCode(Box2dLibrary::require).doesNotThrowAnyException();
        assertThatCode(Box2dLibrary::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(classes = {ExceptionInInitializerError.class, UnsatisfiedLinkError.class, RuntimeException.class})
    void namesPlatformAndArtifactAndWhatToDo(Class<? extends Throwable> kind) {
        Optional<Throwable> failure = Box2dLibrary.failureOf(() -> fail(kind));
        assertThatIllegalStateException()
                .isThrownBy(() -> Box2dLibrary.require(failure))
                .withMessageStartingWith("Box2D's native library does not load on " + System.getProperty("os.name"))
                .withMessageContaining(System.getProperty("os.arch"))
                .withMessageContaining("libgone.so")
                .withMessageContaining("gdx-box2d-platform, classifier natives-desktop")
                .withMessageContaining(System.getProperty("java.io.tmpdir"))
                .withMessageContaining("-Djava.io.tmpdir=DIRECTORY")
                .withCause(failure.get());
    }

    private static void fail(Class<? extends Throwable> kind) {
        Throwable cause = new UnsatisfiedLinkError("libgone.so");
        if (kind == RuntimeException.class) {
            throw new IllegalStateException(cause);
        }
        throw kind == UnsatisfiedLinkError.class ? (Error) cause : new ExceptionInInitializerError(cause);
    }

    /** A process of its own, because a library that is loaded stays. */
    @Test
    void saysTheSameEachTimeAndLeavesNothingBehindWhereNoTemporaryFileCanBeWritten() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Path unwritable = file.resolve("tmp");
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + unwritable,
                        "-Duser.home=" + unwritable,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unloadable.class.getName())
                .directory(Files.createDirectory(directory.resolve("empty")).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // newer JDKs warn there of such a directory
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(output, UTF_8).lines().toList())
                .hasSize(3)
                .startsWith("LunarLander-v3")
                .allSatisfy(line -> assertThat(line)
                        .satisfiesAnyOf(
                                spec -> assertThat(spec).isEqualTo("LunarLander-v3"),
                                message -> assertThat(message)
                                        .startsWith("Box2D's native library does not load on ")
                                        .contains("no directory to write to: " + unwritable)));
        assertThat(directory.resolve("empty")).isEmptyDirectory();
    }

    /** Asks for the spec, which needs no library, and twice for an environment, which does. */
    static final class Unloadable {

        private Unloadable() {}

        public static void main(String[] arguments) {
            EnvironmentFactory factory =
                    new Registered<>("LunarLander-v3", new LunarLanderSettings(false), LunarLander::new).factory();
            System.out.println(factory.spec().id());
            for (int i = 0; i < 2; i++) {
                try {
                    factory.create().close();
                } catch (IllegalStateException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }
}
