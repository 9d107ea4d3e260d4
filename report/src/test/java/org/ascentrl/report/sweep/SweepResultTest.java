package org.ascentrl.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ascentrl.report.sweep.SeedResult.Score;
import org.ascentrl.report.sweep.SeedResult.Training;
import org.junit.jupiter.api.Test;

class SweepResultTest {

    @Test
    void bringsSeedsIntoOrderAndDropsNone() {
        SweepResult sweep = Sweeps.mixed();
        assertThat(sweep.seeds()).extracting(SeedResult::seed).containsExactly(1L, 2L, 3L, 4L, 12L);
        assertThat(sweep.finished()).extracting(SeedResult::seed).containsExactly(1L, 2L, 4L, 12L);
        assertThat(sweep.failed()).extracting(SeedResult::seed).containsExactly(3L);
    }

    @Test
    void refusesNoSeedAndASeedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(Sweeps::of)
                .withMessage("sweep of cartpole-reinforce: no seed; at least one is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sweeps.of(Sweeps.finished(7, 1, 1), Sweeps.failed(7)))
                .withMessage("sweep of cartpole-reinforce: seed 7 occurs twice; a seed is one run");
    }

    @Test
    void aReturnThatIsNotFiniteIsAFailure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(Double.NaN, 0, 100))
                .withMessage("mean: NaN is not a finite number; report the seed as failed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Training(
                        1,
                        1,
                        OptionalLong.empty(),
                        OptionalDouble.of(Double.NEGATIVE_INFINITY),
                        OptionalDouble.empty(),
                        1,
                        1))
                .withMessage("finalMeanReturn100: -Infinity is not a finite number; report the seed as failed");
    }
}
