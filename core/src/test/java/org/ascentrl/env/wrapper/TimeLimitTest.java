package org.ascentrl.env.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.OptionalInt;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Action RIGHT = Action.of(1);

    @Test
    void truncatesAtTheLimitAndKeepsTheRest() {
        TimeLimit environment = new TimeLimit(new Counter(10), 3);
        environment.reset(0);
        for (int step = 1; step <= 3; step++) {
            StepResult result = environment.step(RIGHT);
            assertThat(result.truncated()).isEqualTo(step == 3);
            assertThat(result.terminated()).isFalse();
            assertThat(result.observation()).containsExactly(step);
            assertThat(result.reward()).isEqualTo(step);
            assertThat(result.info()).isEqualTo(Map.of("steps", step));
        }
    }

    @Test
    void bothFlagsCanBeSetAtOnce() {
        TimeLimit environment = new TimeLimit(new Counter(2), 2);
        environment.reset(0);
        environment.step(RIGHT);
        StepResult last = environment.step(RIGHT);
        assertThat(last.terminated()).isTrue();
        assertThat(last.truncated()).isTrue();
        assertThat(last.done()).isTrue();
    }

    @Test
    void doesNotTruncateWhatTerminatesBefore() {
        TimeLimit environment = new TimeLimit(new Counter(1), 2);
        environment.reset(0);
        StepResult last = environment.step(RIGHT);
        assertThat(last.terminated()).isTrue();
        assertThat(last.truncated()).isFalse();
    }

    @Test
    void eachResetStartsTheCountAgain() {
        TimeLimit environment = new TimeLimit(new Counter(10), 2);
        environment.reset(0);
        environment.step(RIGHT);
        environment.reset();
        assertThat(environment.step(RIGHT).truncated()).isFalse();
        environment.reset(0);
        assertThat(environment.step(RIGHT).truncated()).isFalse();
        assertThat(environment.step(RIGHT).truncated()).isTrue();
    }

    @Test
    void aResetThatFailsDoesNotProlongTheEpisode() {
        Counter counter = new Counter(10);
        TimeLimit environment = new TimeLimit(counter, 2);
        environment.reset(0);
        environment.step(RIGHT);
        counter.fails = true;
        assertThatIllegalStateException().isThrownBy(() -> environment.reset(0));
        counter.fails = false;
        assertThat(environment.step(RIGHT).truncated()).isTrue();
    }

    @Test
    void anInnerLimitThatIsShorterStays() {
        TimeLimit environment = new TimeLimit(new TimeLimit(new Counter(10), 1), 2);
        environment.reset(0);
        assertThat(environment.step(RIGHT).truncated()).isTrue();
    }

    @Test
    void theSpecHasTheLimit() {
        assertThat(new TimeLimit(new Counter(10), 7).spec().maxEpisodeSteps()).isEqualTo(OptionalInt.of(7));
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeLimit(new Counter(10), 0))
                .withMessage("TimeLimit: max-episode-steps must be at least 1, not 0");
    }
}
