package org.ascentrl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample can be copied into a project of one's own: alone in another package, it compiles against the public API. */
class SamplesCompileElsewhereTest {

    private static final Path SAMPLES = Path.of("src/main/java/org/ascentrl/examples");

    @TempDir
    Path directory;

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Sample"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void compiles(String sample) throws IOException {
        String source = Files.readString(SAMPLES.resolve(sample));
        assertThat(compile(sample, source.replace("package org.ascentrl.examples;", "package com.example.mine;")))
                .isEmpty();
    }

    @Test
    void whatIsNotPublicIsNotFound() {
        String source =
                "package com.example.mine; class Copy { org.ascentrl.training.Trainer t; void f() { t.over(); } }";
        assertThat(compile("Copy.java", source)).contains("over()");
    }

    /** Gives what the compiler reports. */
    private String compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter report = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Path file = Files.writeString(directory.resolve(name), source);
            List<String> options = List.of("-d", directory.toString(), "-proc:none", "-cp", withoutSamples());
            compiler.getTask(report, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.toString();
    }

    /** The class path without the classes of this module. */
    private static String withoutSamples() {
        List<Path> own = List.of(
                Path.of("target/classes").toAbsolutePath(),
                Path.of("target/test-classes").toAbsolutePath());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !own.contains(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
