/**
 * Writes what an agent does to a video file: MP4 by JCodec, or an animated GIF. Depends on {@code core} and JCodec alone.
 * Start with {@link org.ascentrl.report.video.Videos} and {@link org.ascentrl.report.video.Recorder}.
 */
@NullMarked
package org.ascentrl.report.video;

import org.jspecify.annotations.NullMarked;
