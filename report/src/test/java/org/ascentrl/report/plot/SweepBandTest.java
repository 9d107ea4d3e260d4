package org.ascentrl.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.report.sweep.Interval;
import org.ascentrl.report.sweep.ScoreStatistics;
import org.junit.jupiter.api.Test;

class SweepBandTest {

    @Test
    void isTheStatisticsOfTheRunsAtEachStep() {
        List<TrainingCurve> runs = IntStream.range(0, 6)
                .mapToObj(k -> new TrainingCurve(new double[] {10 + k, 110}, new double[] {0, 10 * k}))
                .toList();
        SweepBand band = SweepBand.of(runs, 21);
        assertThat(band.steps()).hasSize(21).startsWith(15).endsWith(110);
        assertThat(band.measured()).isEqualTo(21);
        for (int g = 0; g < 21; g++) {
            double step = band.steps()[g];
            double[] scores = runs.stream().mapToDouble(run -> run.at(step)).toArray();
            Interval interval = ScoreStatistics.interquartileMeanInterval(List.of(scores), 2000);
            assertThat(band.interquartileMeans()[g]).isEqualTo(ScoreStatistics.interquartileMean(scores));
            assertThat(band.low()[g]).isEqualTo(interval.low());
            assertThat(band.high()[g]).isEqualTo(interval.high());
        }
        assertThat(band.interquartileMeans()[20]).isCloseTo(25, within(1e-9));
    }

    @Test
    void endsWithTheShortestRunWhereAllAreAboutEquallyLong() {
        SweepBand band = SweepBand.of(List.of(line(1000), line(960), line(990)), 11);
        assertThat(band.steps()).endsWith(960);
        assertThat(band.measured()).isEqualTo(11);
    }

    @Test
    void holdsTheLastValueOfRunsThatEndedEarlyAndTellsFromWhereOn() {
        SweepBand band = SweepBand.of(List.of(line(1000), line(500)), 11);
        assertThat(band.steps()).endsWith(1000);
        assertThat(band.measured()).isEqualTo(6);
        assertThat(band.interquartileMeans()[10]).isEqualTo((1000 + 500) / 2.0);
        assertThat(band.low()[10]).isEqualTo(500);
        assertThat(band.high()[10]).isEqualTo(1000);
    }

    @Test
    void isNowhereMeasuredWhereARunEndedBeforeAnotherBegan() {
        TrainingCurve late = new TrainingCurve(new double[] {800, 1000}, new double[] {1, 1});
        SweepBand band = SweepBand.of(List.of(late, line(100)), 3);
        assertThat(band.steps()).containsExactly(800, 900, 1000);
        assertThat(band.measured()).isZero();
    }

    /** The return is the step. */
    private static TrainingCurve line(double end) {
        return new TrainingCurve(new double[] {0, end}, new double[] {0, end});
    }
}
