package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {

    private static final String ODD = "odd \"[[[[[[[[[\" \\ \n\u0001/ ü→\ud83d\ude00 ${x} a.b \\";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("model.safetensors");
    }

    private static Snapshot everything() {
        return Snapshot.of(s -> {
            s.floats(
                    "weight",
                    new int[] {2, 2},
                    () -> new float[] {-0f, Float.intBitsToFloat(0x7fc12345), Float.MIN_VALUE, 1},
                    v -> {});
            s.floats("odd length", new int[] {1}, () -> new float[] {3}, v -> {});
            s.doubles("mean", new int[] {2}, () -> new double[] {-0d, Double.longBitsToDouble(-5L)}, v -> {});
            s.longs("scalar", new int[0], () -> new long[] {Long.MIN_VALUE}, v -> {});
            s.longs("none", State.any(), () -> new long[0], v -> {});
            s.doubles("zero axis", new int[] {3, 0, 2}, () -> new double[0], v -> {});
            s.part("part", t -> t.doubles(ODD, new int[] {1}, () -> new double[] {5}, v -> {}));
            s.longs("include", new int[] {1}, () -> new long[] {6}, v -> {});
        });
    }

    @Test
    void aFileWithoutMetadataHasTheBytesOfTheSnapshot() throws IOException {
        SafeTensors.write(file, everything(), Map.of());
        assertThat(everything().toBytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(Snapshot.of(Files.readAllBytes(file))).isEqualTo(everything());
    }

    @Test
    void contentsSurviveTheRoundTrip() {
        Map<String, String> metadata = Map.of("format", "ascent", ODD, ODD, "", "");
        SafeTensors.write(file, everything(), metadata);
        SafeTensors.Contents contents = SafeTensors.read(file);
        assertThat(contents.snapshot()).isEqualTo(everything());
        assertThat(contents.snapshot().sha256()).isEqualTo(everything().sha256());
        assertThat(contents.metadata()).isEqualTo(metadata);
        assertThat(contents.snapshot().names())
                .containsExactly(
                        "include", "none", "scalar", "mean", "part." + ODD, "zero axis", "odd length", "weight");
    }

    @Test
    void arrayOfManyChunksSurvivesTheRoundTrip() {
        float[] values = new float[100_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Snapshot snapshot = Snapshot.of(s -> s.floats("x", State.any(), () -> values, v -> {}));
        SafeTensors.write(file, snapshot, Map.of());
        assertThat(SafeTensors.read(file).snapshot()).isEqualTo(snapshot);
    }

    @Test
    void nothingSurvivesTheRoundTrip() throws IOException {
        SafeTensors.write(file, Snapshot.of(s -> {}), Map.of());
        assertThat(SafeTensors.read(file).snapshot().names()).isEmpty();
        assertThat(SafeTensors.read(file).metadata()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo("\10\0\0\0\0\0\0\0{}      ".getBytes(UTF_8));
    }

    @Test
    void arraysStartAtMultiplesOfTheirElementSize() throws Exception {
        SafeTensors.write(file, everything(), Map.of("a", "b"));
        byte[] bytes = Files.readAllBytes(file);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(length % 8).isZero();
        byte[] header = Arrays.copyOfRange(bytes, 8, 8 + length);
        for (SafeTensorsHeader.Entry entry :
                SafeTensorsHeader.parse(header, bytes.length - 8 - length).entries()) {
            assertThat(entry.begin() % entry.dtype().bytes()).as(entry.name()).isZero();
        }
    }

    @Test
    void equalContentsGiveEqualBytes() throws IOException {
        Map<String, String> one = new LinkedHashMap<>(Map.of("a", "1"));
        one.put("b", "2");
        Map<String, String> two = new LinkedHashMap<>(Map.of("b", "2"));
        two.put("a", "1");
        SafeTensors.write(file, everything(), one);
        Path other = directory.resolve("other.safetensors");
        SafeTensors.write(other, SafeTensors.read(file).snapshot(), two);
        assertThat(other).hasSameBinaryContentAs(file);
    }

    /** How the file was made stands in the README.md beside it. */
    @Test
    void fileOfTheReferenceImplementationIsReadAndReproduced() throws IOException {
        byte[] reference;
        try (InputStream in = SafeTensorsTest.class.getResourceAsStream("python.safetensors")) {
            reference = in.readAllBytes();
        }
        Files.write(file, reference);
        SafeTensors.Contents contents = SafeTensors.read(file);
        Snapshot expected = Snapshot.of(s -> {
            s.floats(
                    "policy.weight",
                    new int[] {2, 3},
                    () -> new float[] {0.5f, -1.25f, 3f, -0f, 1e-40f, Float.POSITIVE_INFINITY},
                    v -> {});
            s.floats("policy.bias", new int[] {0, 3}, () -> new float[0], v -> {});
            s.doubles("statistics.mean", new int[] {2}, () -> new double[] {0.1, -Double.MIN_VALUE}, v -> {});
            s.longs("steps", new int[0], () -> new long[] {(1L << 62) + 1}, v -> {});
            s.longs("odd \"name\" ü→\ud83d\ude00", new int[] {1}, () -> new long[] {7}, v -> {});
        });
        assertThat(contents.snapshot()).isEqualTo(expected);
        assertThat(contents.metadata()).isEqualTo(Map.of("format", "np", "note", "a \"quoted\" line\nand ünïcode"));

        SafeTensors.write(file, expected, contents.metadata());
        assertThat(file).hasBinaryContent(reference);
    }

    @Test
    void metadataIsSortedAndUnmodifiable() {
        SafeTensors.write(file, everything(), Map.of("b", "2", "a", "1", "c", "3"));
        Map<String, String> metadata = SafeTensors.read(file).metadata();
        assertThat(metadata.keySet()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> metadata.put("d", "4")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void existingFileIsReplacedNotOverwritten() throws IOException {
        SafeTensors.write(file, everything(), Map.of());
        byte[] before = Files.readAllBytes(file);
        try (InputStream open = Files.newInputStream(file)) {
            SafeTensors.write(file, Snapshot.of(s -> {}), Map.of());
            assertThat(open.readAllBytes()).isEqualTo(before);
        }
        assertThat(SafeTensors.read(file).snapshot().names()).isEmpty();
        assertThat(directory).isDirectoryContaining(file::equals);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void interruptedThreadStillWritesAndReads() {
        Thread.currentThread().interrupt();
        SafeTensors.write(file, everything(), Map.of());
        Snapshot read = SafeTensors.read(file).snapshot();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).isEqualTo(everything());
    }

    @Test
    void failedMoveLeavesNothingBehind() throws IOException {
        Files.createDirectories(file);
        assertThatThrownBy(() -> SafeTensors.write(file, everything(), Map.of()))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(file + " could not be written: ")
                .hasMessageEndingWith("Choose a file in a directory that exists, may be written to and has room.")
                .hasCauseInstanceOf(IOException.class);
        assertThat(directory.toFile().list()).containsExactly(file.getFileName().toString());
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void missingDirectoryIsNamed() {
        Path missing = directory.resolve("missing/model.safetensors");
        assertThatThrownBy(() -> SafeTensors.write(missing, everything(), Map.of()))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(missing + " could not be written: ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatTheFormatCannotHoldIsRefusedBeforeTheFileIsTouched() {
        SafeTensors.write(file, everything(), Map.of());
        Snapshot reserved = Snapshot.of(s -> s.longs("__metadata__", new int[0], () -> new long[1], v -> {}));
        assertThatThrownBy(() -> SafeTensors.write(file, reserved, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("__metadata__");
        assertThatThrownBy(() -> SafeTensors.write(file, everything(), Map.of("a", "\udc00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unpaired surrogate");
        assertThatThrownBy(() -> SafeTensors.write(file, everything(), Map.of("a", "x".repeat(1 << 24))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed are 16777216");
        assertThat(SafeTensors.read(file).snapshot()).isEqualTo(everything());
        assertThat(directory.toFile().list()).hasSize(1);
    }
}
