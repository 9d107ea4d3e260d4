package org.ascentrl.report.plot;

import java.util.List;
import org.ascentrl.report.sweep.Interval;
import org.ascentrl.report.sweep.ScoreStatistics;

/**
 * Several runs on one grid of steps: their interquartile mean and its 95 % bootstrap interval at each step, every run
 * taken linearly between its points.
 *
 * <p>The grid starts where the last of the runs has its first point. It ends with the shortest run if all are about
 * equally long. Otherwise it ends with the longest, and a run that ended before keeps its last value: runs end early when
 * they are solved, and to go on without them would show how the slow ones do. The steps after the end of the first run
 * are told apart, as the values held there are not measured.
 *
 * @param steps ascending [G]
 * @param interquartileMeans [G]
 * @param low [G]
 * @param high [G]
 * @param measured how many of the G steps every run reached
 */
record SweepBand(double[] steps, double[] interquartileMeans, double[] low, double[] high, int measured) {

    /** Enough for a band: its edges then vary with the random seed by little more than 1 % of its width. */
    private static final int RESAMPLES = 2_000;

    /** Ends that differ by less are those of the same budget, which a run may overshoot by a rollout. */
    private static final double SAME_LENGTH = 0.95;

    /** @param curves none of them empty */
    static SweepBand of(List<TrainingCurve> curves, int points) {
        double start =
                curves.stream().mapToDouble(TrainingCurve::firstStep).max().orElseThrow();
        double shortest =
                curves.stream().mapToDouble(TrainingCurve::lastStep).min().orElseThrow();
        double longest =
                curves.stream().mapToDouble(TrainingCurve::lastStep).max().orElseThrow();
        double end = Math.max(start, shortest >= SAME_LENGTH * longest ? shortest : longest);
        double[] steps = new double[points];
        double[] means = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        int measured = 0;
        for (int g = 0; g < points; g++) {
            double step = g == points - 1 ? end : start + (end - start) * g / (points - 1);
            double[] scores =
                    curves.stream().mapToDouble(curve -> curve.at(step)).toArray();
            Interval interval = ScoreStatistics.interquartileMeanInterval(List.of(scores), RESAMPLES);
            steps[g] = step;
            means[g] = ScoreStatistics.interquartileMean(scores);
            low[g] = interval.low();
            high[g] = interval.high();
            measured += step <= shortest ? 1 : 0;
        }
        return new SweepBand(steps, means, low, high, measured);
    }
}
