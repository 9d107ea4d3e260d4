package org.ascentrl.report.video;

import java.io.IOException;
import java.nio.file.Path;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.state.AtomicFile;

/** A video that is written beside its target, and moved there when it is complete. */
final class VideoFile implements VideoSink {

    private final Path target;
    private final AtomicFile file;
    private final VideoEncoder encoder;
    private int width;
    private int height;
    private boolean closed;

    VideoFile(Path target, AtomicFile file, VideoEncoder encoder) {
        this.target = target;
        this.file = file;
        this.encoder = encoder;
    }

    @Override
    public void add(Frame frame) {
        if (closed) {
            throw new IllegalStateException("video " + target + ": a frame after the end. Add frames before close.");
        }
        if (width == 0) {
            width = frame.width();
            height = frame.height();
        } else if (frame.width() != width || frame.height() != height) {
            throw new IllegalArgumentException("video " + target + ": a frame of " + frame.width() + " x "
                    + frame.height() + " pixels, but the first has " + width + " x " + height
                    + ". All frames of a video have one size.");
        }
        try {
            encoder.encode(frame);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (width == 0) {
            discard();
            throw new IllegalStateException(
                    "video " + target + ": there was no frame, so there is no video. Add at least one before close.");
        }
        try {
            encoder.finish();
            encoder.release();
            file.commit();
        } catch (IOException e) {
            throw failed(e);
        }
        closed = true;
    }

    private VideoException failed(IOException e) {
        discard();
        return new VideoException(
                "video " + target + ": writing failed (" + e
                        + "). See that the disk has room and that you may write there.",
                e);
    }

    private void discard() {
        closed = true;
        try {
            encoder.release();
            file.close();
        } catch (IOException e) {
            throw new VideoException(
                    "video " + target + ": " + file.temporary() + " could not be removed (" + e + "). Remove it.", e);
        }
    }
}
