package org.ascentrl.report.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.state.AtomicFile;

/** Opens video files. */
public final class Videos {

    private Videos() {}

    /**
     * A new video; it replaces the file when it is closed. The end of the file's name chooses the format: {@code .mp4} for
     * H.264, {@code .gif} for an animated GIF that repeats forever.
     *
     * <p>What cannot be written while frames are added or at the end is a {@link VideoException}, and leaves nothing behind.
     *
     * @throws VideoException if there is no such format, or the file cannot be written where it is to be
     * @throws IllegalArgumentException if the frames per second are fewer than one
     */
    public static VideoSink open(Path target, int framesPerSecond) {
        if (framesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "video " + target + ": " + framesPerSecond + " frames per second. Give at least 1.");
        }
        String name = target.toString().toLowerCase(Locale.ROOT);
        boolean gif = name.endsWith(".gif");
        if (!gif && !name.endsWith(".mp4")) {
            throw new VideoException(
                    "video " + target + ": the format is not known. Name a file that ends in .mp4 or .gif.");
        }
        requirePlace(target);
        AtomicFile file = new AtomicFile(target);
        try {
            VideoEncoder encoder = gif
                    ? new GifEncoder(file.temporary(), framesPerSecond)
                    : new Mp4Encoder(file.temporary(), framesPerSecond);
            return new VideoFile(target, file, encoder);
        } catch (IOException e) {
            VideoException refused = new VideoException(
                    "video " + target + ": cannot be written (" + e
                            + "). Name a file in a directory that you may write to.",
                    e);
            try {
                file.close();
            } catch (IOException left) {
                refused.addSuppressed(left);
            }
            throw refused;
        }
    }

    private static void requirePlace(Path target) {
        if (Files.isDirectory(target)) {
            throw new VideoException("video " + target + ": is a directory. Remove it, or name a file that is none.");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new VideoException("video " + target + ": " + parent
                    + (Files.exists(parent)
                            ? " is not a directory. Name a file in a directory."
                            : " does not exist. Create this directory, or name a file in another."));
        }
    }
}
