package org.ascentrl.env.render;

/** A receiver of the frames of a video, in order. The first frame fixes the size. Used by one thread at a time. */
public interface VideoSink extends AutoCloseable {

    /**
     * Appends a frame.
     *
     * @param frame not kept, not modified
     * @throws IllegalArgumentException if the frame has another size than the first
     * @throws IllegalStateException after {@link #close}
     */
    void add(Frame frame);

    /**
     * Completes the video, which becomes visible to readers only now. Idempotent.
     *
     * @throws IllegalStateException if there was no frame; no file is left behind
     */
    @Override
    void close();
}
