package org.ascentrl.env.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.junit.jupiter.api.Test;

class EpisodeStatisticsTest {

    private static final Action RIGHT = Action.of(1);

    private final EpisodeStatistics environment = new EpisodeStatistics(new Counter(3));

    @Test
    void theLastStepHasReturnAndLength() {
        environment.reset(0);
        assertThat(environment.step(RIGHT).info()).isEqualTo(Map.of("steps", 1));
        assertThat(environment.step(RIGHT).info()).isEqualTo(Map.of("steps", 2));
        StepResult last = environment.step(RIGHT);
        assertThat(last.info()).isEqualTo(Map.of("steps", 3, "episode", Map.of("r", 6.0, "l", 3)));
        assertThat(last.info()).hasToString("{steps=3, episode={r=6.0, l=3}}");
        assertThat(last.terminated()).isTrue();
        assertThat(last.reward()).isEqualTo(3);
        assertThat(last.observation()).containsExactly(3);
    }

    @Test
    void eachResetStartsTheCountAgain() {
        environment.reset(0);
        environment.step(RIGHT);
        environment.reset();
        environment.step(RIGHT);
        environment.reset(1);
        environment.step(RIGHT);
        environment.step(RIGHT);
        assertThat(environment.step(RIGHT).info()).containsEntry("episode", Map.of("r", 6.0, "l", 3));
    }

    @Test
    void aTruncatedEpisodeHasThemToo() {
        EpisodeStatistics limited = new EpisodeStatistics(new TimeLimit(new Counter(9), 2));
        limited.reset(0);
        limited.step(RIGHT);
        assertThat(limited.step(RIGHT).info()).containsEntry("episode", Map.of("r", 3.0, "l", 2));
    }
}
