package org.ascentrl.report.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifEncoderTest {

    @TempDir
    private Path directory;

    @Test
    void writesTheSamePictures() throws IOException {
        List<Frame> frames = CartPoleFrames.of(12);

        List<BufferedImage> images = images(write(frames, 50));

        assertThat(images).hasSize(12);
        for (int i = 0; i < 12; i++) {
            assertThat(images.get(i).getWidth()).isEqualTo(600);
            assertThat(images.get(i).getHeight()).isEqualTo(400);
            assertThat(rgb(images.get(i)))
                    .as("frame %d", i)
                    .isEqualTo(frames.get(i).rgb());
        }
        assertThat(Arrays.equals(rgb(images.get(0)), rgb(images.get(8)))).isFalse();
    }

    @Test
    void mergesColorsWhereThereAreTooMany() throws IOException {
        int[] gradient = IntStream.range(0, 64 * 64)
                .map(i -> (i % 64) * 0x040000 + (i / 64) * 0x000400)
                .toArray();

        int[] rgb = rgb(images(write(List.of(new Frame(64, 64, gradient)), 10)).get(0));

        for (int i = 0; i < rgb.length; i++) {
            assertThat(Math.abs((rgb[i] >> 16) - (gradient[i] >> 16))).isLessThan(32);
            assertThat(Math.abs((rgb[i] >> 8 & 0xFF) - (gradient[i] >> 8 & 0xFF)))
                    .isLessThan(32);
        }
    }

    @Test
    void keepsTheRateInHundredthsOfASecond() throws IOException {
        assertThat(delays(50, 3)).containsExactly(2, 2, 2);
        assertThat(delays(30, 6)).containsExactly(3, 4, 3, 3, 4, 3);
        assertThat(delays(1, 2)).containsExactly(100, 100);
    }

    @Test
    void neverShowsAFrameSoShortlyThatBrowsersSlowItDown() throws IOException {
        assertThat(delays(200, 3)).containsExactly(2, 2, 2);
    }

    @Test
    void repeatsForever() throws IOException {
        Path gif = write(CartPoleFrames.of(2), 50);

        IIOMetadataNode loop = (IIOMetadataNode) metadata(gif)
                .get(0)
                .getElementsByTagName("ApplicationExtension")
                .item(0);

        assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
        assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    }

    private List<Integer> delays(int framesPerSecond, int count) throws IOException {
        Frame frame = new Frame(2, 2, new int[4]);
        return metadata(write(Collections.nCopies(count, frame), framesPerSecond)).stream()
                .map(node -> (IIOMetadataNode)
                        node.getElementsByTagName("GraphicControlExtension").item(0))
                .map(control -> Integer.valueOf(control.getAttribute("delayTime")))
                .toList();
    }

    private Path write(List<Frame> frames, int framesPerSecond) {
        Path gif = directory.resolve("video.gif");
        try (VideoSink sink = Videos.open(gif, framesPerSecond)) {
            frames.forEach(sink::add);
        }
        return gif;
    }

    private static List<BufferedImage> images(Path gif) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        read(gif, (reader, i) -> images.add(reader.read(i)));
        return images;
    }

    private static List<IIOMetadataNode> metadata(Path gif) throws IOException {
        List<IIOMetadataNode> nodes = new ArrayList<>();
        read(
                gif,
                (reader, i) -> nodes.add(
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0")));
        return nodes;
    }

    private static void read(Path gif, FrameReader each) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            int count = reader.getNumImages(true);
            for (int i = 0; i < count; i++) {
                each.read(reader, i);
            }
        } finally {
            reader.dispose();
        }
    }

    private static int[] rgb(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return rgb;
    }

    @FunctionalInterface
    private interface FrameReader {

        void read(ImageReader reader, int i) throws IOException;
    }
}
