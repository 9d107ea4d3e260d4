package org.ascentrl.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4EncoderTest {

    private static final String FIELDS =
            "codec_name,pix_fmt,color_range,color_space,width,height,avg_frame_rate,nb_read_frames";

    @TempDir
    private Path directory;

    @Test
    void writesH264ThatOthersDecodeToTheSamePictures() {
        List<Frame> frames = CartPoleFrames.of(60);

        Path video = write(frames, 50);

        assertThat(Ffmpeg.probe(video, FIELDS))
                .containsExactly("h264", "yuv420p", "tv", "smpte170m", "600", "400", "50/1", "60");
        List<Frame> decoded = Ffmpeg.decode(video, CartPoleFrames.WIDTH, CartPoleFrames.HEIGHT);
        assertThat(decoded).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(meanDifference(frames.get(i), decoded.get(i)))
                    .as("frame %d", i)
                    .isLessThan(1);
        }
        assertThat(differentPixels(decoded.get(0), decoded.get(8))).isGreaterThan(100);
    }

    @Test
    void keepsColors() {
        Frame frame = CartPoleFrames.of(1).get(0);

        Frame decoded = Ffmpeg.decode(write(List.of(frame), 50), CartPoleFrames.WIDTH, CartPoleFrames.HEIGHT)
                .get(0);

        assertNear(decoded, 20, 20, 255, 255, 255); // background
        assertNear(decoded, 285, 310, 0, 0, 0); // cart
        assertNear(decoded, 300, 240, 202, 152, 101); // pole
    }

    @Test
    void takesAnyPureColor() {
        for (int rgb : new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFFFFFF, 0x000000, 0x808080}) {
            Frame decoded = Ffmpeg.decode(write(List.of(plain(48, 32, rgb)), 10), 48, 32)
                    .get(0);

            assertNear(decoded, 24, 16, rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
    }

    @Test
    void growsOddSizesToEvenOnes() {
        Frame frame = plain(35, 17, 0x4080C0);

        Path video = write(Collections.nCopies(3, frame), 10);

        assertThat(Ffmpeg.probe(video, "width,height,nb_read_frames")).containsExactly("36", "18", "3");
        Frame decoded = Ffmpeg.decode(video, 36, 18).get(2);
        assertNear(decoded, 0, 0, 0x40, 0x80, 0xC0);
        assertNear(decoded, 35, 17, 0x40, 0x80, 0xC0);
    }

    @Test
    void takesNoise() {
        SplittableRandom random = new SplittableRandom(1);
        List<Frame> frames = IntStream.range(0, 5)
                .mapToObj(
                        i -> new Frame(64, 48, random.ints(64 * 48, 0, 1 << 24).toArray()))
                .toList();

        assertThat(Ffmpeg.decode(write(frames, 2), 64, 48)).hasSize(5);
    }

    @Test
    void takesOneFramePerSecond() {
        Path video = write(CartPoleFrames.of(4), 1);

        assertThat(Ffmpeg.probe(video, "avg_frame_rate,nb_read_frames")).containsExactly("1/1", "4");
    }

    private Path write(List<Frame> frames, int framesPerSecond) {
        Path video = directory.resolve("video.mp4");
        try (VideoSink sink = Videos.open(video, framesPerSecond)) {
            frames.forEach(sink::add);
        }
        return video;
    }

    private static Frame plain(int width, int height, int rgb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, rgb);
        return new Frame(width, height, pixels);
    }

    private static void assertNear(Frame frame, int x, int y, int red, int green, int blue) {
        int rgb = frame.rgb()[y * frame.width() + x];
        assertThat(rgb >> 16).as("red").isCloseTo(red, within(8));
        assertThat(rgb >> 8 & 0xFF).as("green").isCloseTo(green, within(8));
        assertThat(rgb & 0xFF).as("blue").isCloseTo(blue, within(8));
    }

    private static double meanDifference(Frame a, Frame b) {
        return IntStream.range(0, a.rgb().length)
                .map(i -> difference(a.rgb()[i], b.rgb()[i]))
                .average()
                .orElseThrow();
    }

    private static long differentPixels(Frame a, Frame b) {
        return IntStream.range(0, a.rgb().length)
                .filter(i -> difference(a.rgb()[i], b.rgb()[i]) > 100)
                .count();
    }

    /** The greatest of the three channels. */
    private static int difference(int a, int b) {
        int red = Math.abs((a >> 16) - (b >> 16));
        int green = Math.abs(((a >> 8) & 0xFF) - (b >> 8 & 0xFF));
        int blue = Math.abs((a & 0xFF) - (b & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }
}
