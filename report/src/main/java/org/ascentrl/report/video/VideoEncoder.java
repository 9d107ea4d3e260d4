package org.ascentrl.report.video;

import java.io.IOException;
import org.ascentrl.env.render.Frame;

/** A format of video. All frames have the same size. */
interface VideoEncoder {

    /** Appends a frame. */
    void encode(Frame frame) throws IOException;

    /** Completes the file after the last frame, of at least one. */
    void finish() throws IOException;

    /** Lets go of the file, complete or not. Idempotent. */
    void release() throws IOException;
}
