package org.ascentrl.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.render.Frame;

/** FFmpeg's programs, which know nothing of how the videos were made. A machine without them skips, unless it is CI. */
final class Ffmpeg {

    private Ffmpeg() {}

    /** The fields of the first stream, in the order asked for, after counting its frames. */
    static List<String> probe(Path video, String fields) {
        byte[] out = run(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=" + fields,
                "-of",
                "default=noprint_wrappers=1",
                video.toString());
        List<String> lines = new String(out, StandardCharsets.UTF_8).lines().toList();
        return Arrays.stream(fields.split(","))
                .map(field -> lines.stream()
                        .filter(line -> line.startsWith(field + "="))
                        .map(line -> line.substring(field.length() + 1))
                        .findFirst()
                        .orElse("missing"))
                .toList();
    }

    static List<Frame> decode(Path video, int width, int height) {
        byte[] bytes = run(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-i",
                video.toString(),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-");
        int pixels = width * height;
        assertThat(bytes.length % (3 * pixels)).isZero();
        List<Frame> frames = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += 3 * pixels) {
            int[] rgb = new int[pixels];
            for (int i = 0; i < pixels; i++) {
                int k = start + 3 * i;
                rgb[i] = (bytes[k] & 0xFF) << 16 | (bytes[k + 1] & 0xFF) << 8 | (bytes[k + 2] & 0xFF);
            }
            frames.add(new Frame(width, height, rgb));
        }
        return frames;
    }

    private static byte[] run(String... command) {
        try {
            Process process = start(command);
            byte[] out = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(command[0]).isZero();
            return out;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(System.getenv("CI") != null, "needs " + command[0]);
            throw e;
        }
    }
}
