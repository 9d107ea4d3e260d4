package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are damaged, foreign or made to harm. */
class SafeTensorsHeaderTest {

    private static final String F32X2 = "{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("model.safetensors");
    }

    private static byte[] bytes(long length, byte[] header, int data) {
        return ByteBuffer.allocate(8 + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .array();
    }

    private static byte[] bytes(String header, int data) {
        byte[] utf8 = header.replace('\'', '"').getBytes(UTF_8);
        return bytes(utf8.length, utf8, data);
    }

    private static String entry(String dtype, String shape, String offsets) {
        return "{'x':{'dtype':%s,'shape':%s,'data_offsets':%s}}".formatted(dtype, shape, offsets);
    }

    private void assertRefused(byte[] content, String reason) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(file + " cannot be read as safetensors: ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("Choose a complete .safetensors file with arrays of F32, F64, I64 and U8 only.")
                .extracting(e -> e.getMessage().length())
                .satisfies(length -> assertThat(length).isLessThan(1000));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                arguments("", 0, "does not start with {"),
                arguments("[]", 0, "does not start with {"),
                arguments(" {}", 0, "does not start with {"),
                arguments("{", 0, "is not JSON"),
                arguments("{} x", 0, "is not JSON"),
                arguments("{'x':" + F32X2 + ",}", 8, "is not JSON"),
                arguments("{x:" + F32X2 + "}", 8, "is not JSON"),
                arguments("{include 'other.conf'}", 0, "is not JSON"),
                arguments("{'x':${HOME}}", 0, "is not JSON"),
                arguments("{'x':" + F32X2 + "// comment\n}", 8, "is not JSON"),
                arguments("{'x':" + F32X2 + ",'x':" + F32X2 + "}", 8, "'x' was already seen"),
                arguments("{'x':" + F32X2 + ",'\\u0078':" + F32X2 + "}", 8, "'x' was already seen"),
                arguments("{'__metadata__':{},'__metadata__':{}}", 0, "'__metadata__' was already seen"),
                arguments("{'__metadata__':{'a':'b','a':'c'}}", 0, "'a' was already seen"),
                arguments(
                        "{'x':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
                        8,
                        "'dtype' was already seen"),
                arguments("{'__metadata__':[]}", 0, "__metadata__ is [], expected an object of strings"),
                arguments("{'__metadata__':null}", 0, "__metadata__ is null, expected an object of strings"),
                arguments("{'__metadata__':{'a':1}}", 0, "__metadata__ has 1 at \"a\", expected a string"),
                arguments("{'__metadata__':{'a':null}}", 0, "__metadata__ has null at \"a\""),
                arguments("{'__metadata__':{'a':{}}}", 0, "__metadata__ has {} at \"a\""),
                arguments("{'__metadata__':{'a':'\\ud800'}}", 0, "unpaired surrogate"),
                arguments("{'__metadata__':{'\\ud800':'a'}}", 0, "unpaired surrogate"),
                arguments("{'\\ud800':" + F32X2 + "}", 8, "unpaired surrogate"),
                arguments("{'':" + F32X2 + "}", 8, "empty name"),
                arguments("{'x':[]}", 0, "\"x\" is [], expected an object"),
                arguments("{'x':null}", 0, "\"x\" is null, expected an object"),
                arguments("{'x':{}}", 0, "expected dtype, shape and data_offsets"),
                arguments("{'x':{'dtype':'F32','shape':[0]}}", 0, "expected dtype, shape and data_offsets"),
                arguments(
                        "{'x':{'dtype':'F32','shape':[0],'data_offsets':[0,0],'stride':1}}",
                        0,
                        "expected dtype, shape and data_offsets"),
                arguments(entry("'BF16'", "[2]", "[0,4]"), 4, "dtype \"BF16\"; supported are F32, F64, I64 and U8"),
                arguments(entry("'f32'", "[2]", "[0,8]"), 8, "dtype \"f32\""),
                arguments(entry("null", "[2]", "[0,8]"), 8, "dtype null"),
                arguments(entry("32", "[2]", "[0,8]"), 8, "dtype 32"),
                arguments(entry("'F32'", "2", "[0,8]"), 8, "has 2, expected a list of integers"),
                arguments(entry("'F32'", "{'0':2}", "[0,8]"), 8, "expected a list of integers"),
                arguments(entry("'F32'", "['2']", "[0,8]"), 8, "expected a list of integers"),
                arguments(entry("'F32'", "[null]", "[0,8]"), 8, "expected a list of integers"),
                arguments(entry("'F32'", "[1.5]", "[0,6]"), 6, "has [1.5], expected a list of integers"),
                arguments(entry("'F32'", "[1e300]", "[0,8]"), 8, "expected a list of integers"),
                arguments(entry("'F32'", "[[2]]", "[0,8]"), 8, "expected a list of integers"),
                arguments(entry("'F32'", "[-2]", "[0,8]"), 8, "extent -2, allowed are 0 to 2147483647"),
                arguments(entry("'F32'", "[-1,-2]", "[0,8]"), 8, "extent -1"),
                arguments(entry("'F32'", "[0,4294967296]", "[0,0]"), 0, "extent 4294967296"),
                arguments(entry("'F32'", "[18446744073709551618]", "[0,8]"), 8, "is not JSON"),
                arguments(entry("'F32'", "[2147483647,2147483647]", "[0,8]"), 8, "takes more than 2147483639 bytes"),
                arguments(entry("'F32'", "[65536,65536,2]", "[0,0]"), 0, "takes more than 2147483639 bytes"),
                arguments(entry("'F64'", "[268435455]", "[0,2147483640]"), 8, "takes more than 2147483639 bytes"),
                arguments(entry("'F32'", "[3]", "[0,8]"), 8, "takes 12 bytes, but its data_offsets [0, 8] span 8"),
                arguments(entry("'F64'", "[2]", "[0,8]"), 8, "takes 16 bytes"),
                arguments(entry("'F32'", "[]", "[0,8]"), 8, "F32 [] takes 4 bytes"),
                arguments(entry("'F32'", "[2]", "[8,0]"), 8, "data_offsets [8,0], expected begin and end"),
                arguments(entry("'F32'", "[2]", "[-8,0]"), 8, "data_offsets [-8,0]"),
                arguments(entry("'F32'", "[2]", "[0]"), 8, "data_offsets [0]"),
                arguments(entry("'F32'", "[2]", "[0,8,8]"), 8, "data_offsets [0,8,8]"),
                arguments(
                        entry("'F32'", "[2]", "[9223372036854775800,9223372036854775807]"),
                        8,
                        "takes 8 bytes, but its data_offsets"),
                arguments(
                        entry("'F32'", "[2]", "[9223372036854775799,9223372036854775807]"),
                        8,
                        "ends at byte 9223372036854775807"),
                arguments(entry("'F32'", "[2]", "[0,8]"), 7, "ends at byte 8 of the data, and the file has only 7"),
                arguments(entry("'F32'", "[2]", "[0,8]"), 9, "end at byte 8 of the data, and the file has 9"),
                arguments("{}", 1, "end at byte 0 of the data, and the file has 1"),
                arguments(entry("'F32'", "[2]", "[4,12]"), 12, "no array has the bytes from 0 to there"),
                arguments(
                        "{'a':" + F32X2 + ",'b':{'dtype':'F32','shape':[1],'data_offsets':[12,16]}}",
                        16,
                        "\"b\" begins at byte 12 of the data, and no array has the bytes from 8"),
                arguments(
                        "{'a':" + F32X2 + ",'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}",
                        12,
                        "\"b\" begins at byte 4 of the data, inside the one before it, which ends at 8"),
                arguments("{'a':" + F32X2 + ",'b':" + F32X2 + "}", 8, "inside the one before it"),
                arguments("{'x':" + "[".repeat(8) + "]".repeat(8) + "}", 0, "nested more than 8 levels"),
                arguments("{'x':" + "[".repeat(1_000_000), 0, "nested more than 8 levels"),
                arguments("{'x':" + "{'x':".repeat(1_000_000), 0, "nested more than 8 levels"),
                arguments("{'x':[''' ' ''', " + "[".repeat(1_000_000) + "]}", 0, "three quotation marks in a row"),
                arguments("{'x':[" + "0,".repeat(600_000) + "0]}", 0, "outside of its strings, allowed are 1048576"),
                arguments("{" + " \n".repeat(600_000) + "}", 0, "outside of its strings"),
                arguments("{'" + "x".repeat(1 << 20) + "\u0001':[]}", 0, "is not JSON"),
                arguments("{'" + "x".repeat(1 << 20) + "':[]}", 0, "xxx...\" is [], expected an object"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headerIsRefused(String header, int data, String reason) throws IOException {
        assertRefused(bytes(header, data), reason);
    }

    @Test
    void headerThatIsNotUtf8IsRefused() throws IOException {
        byte[] header = "{\"x\u00ff\":[]}".getBytes(ISO_8859_1);
        assertRefused(bytes(header.length, header, 0), "is not UTF-8");
    }

    @Test
    void headerLengthIsCheckedAgainstTheFile() throws IOException {
        byte[] header = "{}".getBytes(UTF_8);
        assertRefused(bytes(3, header, 0), "its header should have 3 bytes, and it has only 2 more");
        assertRefused(bytes(Long.MAX_VALUE, header, 0), "its header should have 9223372036854775807 bytes");
        assertRefused(bytes(-1, header, 0), "its header should have 18446744073709551615 bytes");
        assertRefused(bytes((1 << 24) + 1, header, 1 << 24), "16777217 bytes, and at most 16777216 are read");
    }

    @Test
    void controlCharactersDoNotReachTheMessage() throws IOException {
        Files.write(file, bytes("{'\\u001b[31m\\n':{}}", 0));
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(StateException.class)
                .message()
                .contains("\"\\u001b[31m\\n\"")
                .matches("\\P{Cntrl}+");
    }

    @Test
    void foreignFilesAreRefused() throws IOException {
        assertRefused(new byte[0], "it has 0 bytes");
        assertRefused(new byte[7], "it has 7 bytes");
        assertRefused(new byte[64], "does not start with {");
        byte[] png = Arrays.copyOf("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1), 512);
        assertRefused(png, "its header should have 727905341920923785 bytes");
        byte[] zip = Arrays.copyOf("PK\3\4\24\0\0\0\10\0".getBytes(ISO_8859_1), 512);
        assertRefused(zip, "its header should have");
        assertRefused("{\"json\": \"but no safetensors\"}".getBytes(UTF_8), "its header should have");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(StateException.class)
                .hasMessageContaining(file + " cannot be read as safetensors: there is no such file");
        assertThatThrownBy(() -> SafeTensors.read(directory))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("it is not a regular file");
    }

    @Test
    void arraysLargerThanTheHeapAreRefusedBeforeTheyAreRead() throws IOException {
        Files.write(file, bytes("{'x':" + F32X2 + "}", 8));
        assertThat(SafeTensors.read(file, 8).snapshot().names()).containsExactly("x");
        assertThatThrownBy(() -> SafeTensors.read(file, 7))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("its arrays take 8 bytes, and the heap of this JVM is limited to 7");
    }

    @Test
    void anyOrderOfKeysAndAnyWhitespaceIsRead() throws IOException {
        Files.write(
                file,
                bytes(
                        "{ 'b' : {'data_offsets':[0,4], 'shape':[1,1] ,\n'dtype':'F32'},\t'a.b':{'dtype':'F32','shape':[0],'data_offsets':[4,4]},"
                                + "'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}, 'z':{'dtype':'I64','shape':[0,2147483647],'data_offsets':[0,0]}}   ",
                        8));
        SafeTensors.Contents contents = SafeTensors.read(file);
        assertThat(contents.snapshot().names()).containsExactly("z", "b", "a.b", "a");
        assertThat(contents.metadata()).isEmpty();
    }

    @Test
    void truncatedFilesAreRefusedAtEveryLength() throws IOException {
        byte[] whole = small();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "");
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "");
    }

    @Test
    void damagedBytesGiveAStateExceptionOrAnotherSnapshot() throws IOException {
        byte[] whole = small();
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0, 0xff, '"', '\\', '}', '[', ',', '9'}) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                Files.write(file, damaged);
                try {
                    assertThat(SafeTensors.read(file).snapshot().names()).hasSizeBetween(1, 2);
                } catch (StateException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private byte[] small() throws IOException {
        Snapshot snapshot = Snapshot.of(s -> {
            s.floats("w", new int[] {1, 2}, () -> new float[] {1, 2}, v -> {});
            s.longs("n", new int[0], () -> new long[] {3}, v -> {});
        });
        SafeTensors.write(file, snapshot, Map.of("a", "b"));
        return Files.readAllBytes(file);
    }
}
