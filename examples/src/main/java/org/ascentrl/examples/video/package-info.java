/**
 * Writes what an agent does to a video file: MP4 by JCodec, or an animated GIF. Depends on {@code core} and JCodec alone.
 * Start with {@link org.ascentrl.examples.video.Videos} and {@link org.ascentrl.examples.video.Recorder}.
 */
@NullMarked
package org.ascentrl.examples.video;

import org.jspecify.annotations.NullMarked;
