package org.ascentrl.env.wrapper;

import java.util.function.Function;
import java.util.function.LongPredicate;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.env.space.Action;
import org.jspecify.annotations.Nullable;

/** Records videos of some of the episodes: a frame after the reset and after each step. */
public final class RecordVideo extends Wrapper {

    private static final long CUBES = 1000;

    private final LongPredicate episodes;
    private final int videoLength;
    private final Function<String, VideoSink> open;
    private long episode = -1;
    private int frames;
    private @Nullable VideoSink video;

    /**
     * @param episodes whether to record an episode, given its number from 0
     * @param videoLength the maximum number of steps of a video; 0 for whole episodes
     * @param open opens a video, given a name such as {@code episode-27}
     */
    public RecordVideo(Environment inner, LongPredicate episodes, int videoLength, Function<String, VideoSink> open) {
        super(inner);
        if (videoLength < 0) {
            throw new IllegalArgumentException("RecordVideo: video-length must be at least 0, not " + videoLength);
        }
        this.episodes = episodes;
        this.videoLength = videoLength;
        this.open = open;
    }

    /** Returns true for episodes 0, 1, 8, 27, … below 1,000, and for every thousandth from there on. */
    public static boolean cappedCubic(long episode) {
        if (episode >= CUBES) {
            return episode % CUBES == 0;
        }
        long root = Math.round(Math.cbrt((double) episode));
        return root * root * root == episode;
    }

    @Override
    public float[] reset(long seed) {
        stop();
        return start(super.reset(seed));
    }

    @Override
    public float[] reset() {
        stop();
        return start(super.reset());
    }

    private float[] start(float[] observation) {
        episode++;
        if (episodes.test(episode)) {
            Frame first = picture();
            video = open.apply("episode-" + episode);
            frames = 0;
            film(first);
        }
        return observation;
    }

    @Override
    public StepResult step(Action action) {
        StepResult result = super.step(action);
        if (video != null) {
            film(picture());
        }
        if (result.done()) {
            stop();
        }
        return result;
    }

    private Frame picture() {
        return render().orElseThrow(() -> new IllegalStateException(
                spec().id() + " draws no pictures, so there can be no video of it. Leave RecordVideo out of wrappers"));
    }

    private void film(Frame frame) {
        if (video != null) {
            video.add(frame);
            frames++;
            if (videoLength > 0 && frames > videoLength) {
                stop();
            }
        }
    }

    private void stop() {
        VideoSink sink = video;
        video = null;
        if (sink != null) {
            sink.close();
        }
    }

    /** Completes an open video. */
    @Override
    public void close() {
        try {
            stop();
        } finally {
            super.close();
        }
    }
}
