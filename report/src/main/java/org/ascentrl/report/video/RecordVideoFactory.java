package org.ascentrl.report.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.ascentrl.env.Environment;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.env.wrapper.RecordVideo;
import org.ascentrl.settings.Setting;
import org.ascentrl.wiring.Factory;

/**
 * {@code wrappers = [RecordVideo]}: {@link RecordVideo} into files {@code rl-video-1-episode-27.mp4}. Of environments
 * that run side by side, those that start an episode first are filmed, each under a number of its own.
 */
public final class RecordVideoFactory implements Factory<RecordVideoFactory.Settings, Environment, Environment> {

    private final AtomicInteger filmed = new AtomicInteger();

    /** The options. */
    public record Settings(
            @Setting("directory of the videos") String videoFolder,

            @Setting("prefix of the file names") String namePrefix,

            @Setting(
                    value =
                            "record every episode whose number is a multiple of this; 0 records episodes 0, 1, 8, 27, .. 729, 1000, 2000, ..",
                    min = 0)
            int episodeInterval,

            @Setting(value = "maximum number of steps of a video; 0 for whole episodes", min = 0)
            int videoLength,

            @Setting(value = "number of parallel environments that are recorded", min = 1)
            int environments) {}

    @Override
    public Environment create(Settings settings, Environment inner) {
        Camera camera = new Camera(settings, inner.framesPerSecond(), filmed);
        return new RecordVideo(inner, camera, settings.videoLength(), camera::open);
    }

    /** Decides for one environment what is filmed: nothing, if enough others were there before. */
    private static final class Camera implements LongPredicate {

        private final Settings settings;
        private final int framesPerSecond;
        private final AtomicInteger filmed;
        private int number;

        Camera(Settings settings, int framesPerSecond, AtomicInteger filmed) {
            this.settings = settings;
            this.framesPerSecond = framesPerSecond;
            this.filmed = filmed;
        }

        @Override
        public boolean test(long episode) {
            if (number == 0) {
                number = filmed.incrementAndGet();
            }
            int interval = settings.episodeInterval();
            return number <= settings.environments()
                    && (interval == 0 ? RecordVideo.cappedCubic(episode) : episode % interval == 0);
        }

        VideoSink open(String name) {
            Path folder = Path.of(settings.videoFolder());
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new VideoException(
                        "RecordVideo: the directory " + folder + " cannot be made (" + e
                                + "). Set RecordVideo.video-folder to another.",
                        e);
            }
            return Videos.open(
                    folder.resolve(settings.namePrefix() + "-" + number + "-" + name + ".mp4"), framesPerSecond);
        }
    }
}
