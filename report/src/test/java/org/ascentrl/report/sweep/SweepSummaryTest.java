package org.ascentrl.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascentrl.report.sweep.SweepSummary.Estimate;
import org.junit.jupiter.api.Test;

class SweepSummaryTest {

    @Test
    void countsEverySeed() {
        SweepSummary summary = SweepSummary.of(Sweeps.mixed());
        assertThat(summary.seeds()).isEqualTo(5);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.solved()).isEqualTo(2);
        assertThat(summary.greedy()).map(Estimate::seeds).hasValue(4);
        assertThat(summary.training()).map(Estimate::seeds).hasValue(3);
    }

    @Test
    void estimatesAreThoseOfTheScores() {
        Estimate training = SweepSummary.of(Sweeps.mixed()).training().orElseThrow();
        assertThat(training.interquartileMean()).isCloseTo((480 + 431.5 + 490) / 3, within(1e-9));
        assertThat(training.interval())
                .hasValue(ScoreStatistics.interquartileMeanInterval(
                        List.of(new double[] {431.5, 480, 490}), ScoreStatistics.RESAMPLES));
        Estimate greedy = SweepSummary.of(Sweeps.mixed()).greedy().orElseThrow();
        assertThat(greedy.interquartileMean()).isCloseTo((441.5 + 490) / 2, within(1e-9));
    }

    @Test
    void theMedianStepCountsSeedsThatWereNotSolvedAsNever() {
        assertThat(medianStep(Sweeps.finished(1, 10, 480), Sweeps.finished(2, 30, 480), Sweeps.failed(3)))
                .isEqualTo(30);
        assertThat(medianStep(Sweeps.finished(1, 40, 480), Sweeps.finished(2, 30, 480)))
                .isEqualTo(35);
        assertThat(SweepSummary.of(Sweeps.of(Sweeps.finished(1, 40, 480), Sweeps.finished(2, -1, 30)))
                        .medianSolvedAtStep())
                .isEmpty();
    }

    @Test
    void oneSeedHasNoIntervalAndNoSeedNoEstimate() {
        assertThat(SweepSummary.of(Sweeps.of(Sweeps.finished(1, 10, 480))).greedy())
                .get()
                .satisfies(estimate -> assertThat(estimate.interval()).isEmpty())
                .satisfies(estimate -> assertThat(estimate.interquartileMean()).isEqualTo(490));
        assertThat(SweepSummary.of(Sweeps.of(Sweeps.failed(1))).greedy()).isEmpty();
    }

    private static double medianStep(SeedResult... seeds) {
        return SweepSummary.of(Sweeps.of(seeds)).medianSolvedAtStep().orElseThrow();
    }
}
