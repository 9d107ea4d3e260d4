package org.ascentrl.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideosTest {

    private static final Frame FRAME = new Frame(4, 2, new int[8]);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"video.mp4", "video.gif", "Video.MP4"})
    void showsTheFileOnlyWhenItIsComplete(String name) throws IOException {
        Path target = directory.resolve(name);

        try (VideoSink sink = Videos.open(target, 50)) {
            sink.add(FRAME);
            assertThat(target).doesNotExist();
        }

        assertThat(directory).isDirectoryContaining(target::equals);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
        assertThat(target).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"video.mp4", "video.gif"})
    void replacesAnEarlierVideo(String name) throws IOException {
        Path target = Files.writeString(directory.resolve(name), "earlier");

        try (VideoSink sink = Videos.open(target, 50)) {
            sink.add(FRAME);
            assertThat(target).hasContent("earlier");
        }

        assertThat(Files.size(target)).isGreaterThan("earlier".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"video.mp4", "video.gif"})
    void failsWithoutFrames(String name) {
        VideoSink sink = Videos.open(directory.resolve(name), 50);

        assertThatThrownBy(sink::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("video " + directory.resolve(name)
                        + ": there was no frame, so there is no video. Add at least one before close.");

        assertThat(directory).isEmptyDirectory();
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"video.avi", "video", "mp4"})
    void refusesOtherFormats(String name) {
        assertThatThrownBy(() -> Videos.open(directory.resolve(name), 50))
                .isInstanceOf(VideoException.class)
                .hasMessage("video " + directory.resolve(name)
                        + ": the format is not known. Name a file that ends in .mp4 or .gif.");
    }

    @Test
    void refusesADirectory() throws IOException {
        Path target = Files.createDirectory(directory.resolve("video.mp4"));

        assertThatThrownBy(() -> Videos.open(target, 50))
                .isInstanceOf(VideoException.class)
                .hasMessageStartingWith("video " + target + ": is a directory.");
    }

    @Test
    void refusesAMissingDirectory() {
        Path target = directory.resolve("missing/video.gif");

        assertThatThrownBy(() -> Videos.open(target, 50))
                .isInstanceOf(VideoException.class)
                .hasMessage("video " + target + ": " + target.getParent()
                        + " does not exist. Create this directory, or name a file in another.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAFileForADirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Videos.open(file.resolve("video.mp4"), 50))
                .isInstanceOf(VideoException.class)
                .hasMessageEndingWith("file is not a directory. Name a file in a directory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {".mp4", ".gif"})
    void refusesWhatTheFileSystemRefuses(String extension) {
        Path target = directory.resolve("x".repeat(250) + extension);

        assertThatThrownBy(() -> Videos.open(target, 50))
                .isInstanceOf(VideoException.class)
                .hasMessageStartingWith("video " + target + ": cannot be written (");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesFramesOfAnotherSize() {
        try (VideoSink sink = Videos.open(directory.resolve("video.mp4"), 50)) {
            sink.add(FRAME);

            assertThatThrownBy(() -> sink.add(new Frame(2, 4, new int[8])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a frame of 2 x 4 pixels, but the first has 4 x 2.");
        }
    }

    @Test
    void refusesFramesAfterTheEnd() {
        VideoSink sink = Videos.open(directory.resolve("video.mp4"), 50);
        sink.add(FRAME);
        sink.close();
        sink.close();

        assertThatThrownBy(() -> sink.add(FRAME)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesARateBelowOne() {
        assertThatThrownBy(() -> Videos.open(directory.resolve("video.mp4"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 frames per second");
    }

    @Test
    void saysWhereTheVideoCouldNotGo() throws IOException {
        Path target = directory.resolve("video.mp4");
        VideoSink sink = Videos.open(target, 50);
        sink.add(FRAME);
        Files.createDirectories(target.resolve("in the way"));

        assertThatThrownBy(sink::close)
                .isInstanceOf(VideoException.class)
                .hasMessageStartingWith("video " + target + ": writing failed (");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(target);
        }
    }
}
