package org.ascentrl.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** {@link Schedule}, and the {@link Progress} and {@link Horizon} beside it. */
class ScheduleTest {

    @Test
    void isLinearInTheStepsTaken() {
        Schedule schedule = new Schedule(8, 4);
        assertThat(schedule.at(new Progress(0, 1000))).isEqualTo(8);
        assertThat(schedule.at(new Progress(250, 1000))).isEqualTo(7);
        assertThat(schedule.at(new Progress(500, 1000))).isEqualTo(6);
        assertThat(schedule.at(new Progress(1000, 1000))).isEqualTo(4);
        assertThat(new Schedule(0.1, 0.3).at(new Progress(1, 4))).isCloseTo(0.15, within(1e-15));
    }

    @Test
    void staysAtItsEndBeyondTheBudget() {
        assertThat(new Schedule(8, 4).at(new Progress(1500, 1000))).isEqualTo(4);
        assertThat(new Schedule(3e-3, 0).at(new Progress(1500, 1000))).isZero();
    }

    @Test
    void aConstantNeverChanges() {
        Schedule constant = Schedule.constant(0.37);
        assertThat(constant.at(new Progress(0, 9))).isEqualTo(0.37);
        assertThat(constant.at(new Progress(5, 9))).isEqualTo(0.37);
        assertThat(constant.at(new Progress(9, 9))).isEqualTo(0.37);
    }

    @Test
    void progressCountsStepsBeyondAnInteger() {
        Progress half = new Progress(3_000_000_000L, 6_000_000_000L);
        assertThat(half.fraction()).isEqualTo(0.5);
        assertThat(half.done()).isFalse();
        Progress done = half.plus(3_000_000_000L);
        assertThat(done).isEqualTo(new Progress(6_000_000_000L, 6_000_000_000L));
        assertThat(done.fraction()).isEqualTo(1);
        assertThat(done.done()).isTrue();
        assertThat(done.plus(1).fraction()).isEqualTo(1);
    }

    @Test
    void aHorizonIsOfStepsOrOfEpisodes() {
        assertThat(Horizon.steps(128)).isEqualTo(new Horizon(128, Horizon.Unit.STEPS));
        assertThat(Horizon.episodes(4)).isEqualTo(new Horizon(4, Horizon.Unit.EPISODES));
    }

    @Test
    void aHorizonOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.steps(0))
                .withMessage("a horizon needs at least 1 of STEPS, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.episodes(-1))
                .withMessageContaining("EPISODES, not -1");
    }
}
