package org.ascentrl.env.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.env.space.Action;
import org.ascentrl.testing.IdentityEnvironment;
import org.junit.jupiter.api.Test;

class RecordVideoTest {

    private static final Action RIGHT = Action.of(1);

    private final Map<String, Video> videos = new LinkedHashMap<>();

    private static final class Video implements VideoSink {

        int frames;
        boolean closed;

        @Override
        public void add(Frame frame) {
            assertThat(closed).isFalse();
            frames++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private VideoSink open(String name) {
        Video video = new Video();
        assertThat(videos.put(name, video)).isNull();
        return video;
    }

    private void play(RecordVideo environment, int steps) {
        environment.reset(0);
        for (int i = 0; i < steps; i++) {
            environment.step(RIGHT);
        }
    }

    @Test
    void filmsTheStartAndEachStepOfTheEpisodesAskedFor() {
        RecordVideo environment = new RecordVideo(new Counter(3), episode -> episode % 2 == 1, 0, this::open);
        for (int episode = 0; episode < 4; episode++) {
            play(environment, 3);
        }
        assertThat(videos.keySet()).containsExactly("episode-1", "episode-3");
        assertThat(videos.values()).allSatisfy(video -> {
            assertThat(video.frames).isEqualTo(4);
            assertThat(video.closed).isTrue();
        });
    }

    @Test
    void aVideoIsCompleteAtTheEndOfItsEpisode() {
        RecordVideo environment = new RecordVideo(new Counter(2), episode -> true, 0, this::open);
        play(environment, 1);
        assertThat(videos.get("episode-0").closed).isFalse();
        environment.step(RIGHT);
        assertThat(videos.get("episode-0").closed).isTrue();
    }

    @Test
    void aResetOrTheCloseCompletesWhatIsBeingFilmed() {
        RecordVideo environment = new RecordVideo(new Counter(9), episode -> true, 0, this::open);
        play(environment, 2);
        environment.reset();
        assertThat(videos.get("episode-0").closed).isTrue();
        assertThat(videos.get("episode-0").frames).isEqualTo(3);
        environment.close();
        environment.close();
        assertThat(videos.get("episode-1").closed).isTrue();
        assertThat(videos.get("episode-1").frames).isEqualTo(1);
    }

    @Test
    void showsNoMoreStepsThanAsked() {
        RecordVideo environment = new RecordVideo(new Counter(9), episode -> true, 4, this::open);
        play(environment, 8);
        assertThat(videos.get("episode-0").frames).isEqualTo(5);
        assertThat(videos.get("episode-0").closed).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordVideo(new Counter(1), e -> true, -1, this::open));
    }

    @Test
    void refusesAnEnvironmentThatDrawsNothingBeforeAVideoIsOpened() {
        RecordVideo environment = new RecordVideo(
                IdentityEnvironment.factory(new IdentityEnvironment.Settings(2, 2))
                        .create(),
                e -> true,
                0,
                this::open);
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.reset(0))
                .withMessage("Identity-v0 draws no pictures, so there can be no video of it. Leave RecordVideo out of"
                        + " wrappers");
        assertThat(videos).isEmpty();
    }

    @Test
    void filmsFewerAndFewerEpisodes() {
        assertThat(LongStream.range(0, 5001).filter(RecordVideo::cappedCubic))
                .containsExactly(0L, 1L, 8L, 27L, 64L, 125L, 216L, 343L, 512L, 729L, 1000L, 2000L, 3000L, 4000L, 5000L);
    }
}
