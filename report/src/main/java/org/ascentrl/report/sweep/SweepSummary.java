package org.ascentrl.report.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A sweep in a few numbers.
 *
 * @param seeds all that were run
 * @param failed how many of them failed
 * @param solved how many of them were solved
 * @param medianSolvedAtStep the median over all seeds of the step at which a run was solved, where a run that failed or
 *     was not solved counts as never; empty if that leaves the median at never. A median over the solved runs alone would
 *     praise settings that solve seldom but fast
 * @param greedy over the finished seeds, as are the next two; empty if none has that score
 * @param sampled the sampling policy's return
 * @param training mean return of the last 100 training episodes
 */
public record SweepSummary(
        int seeds,
        int failed,
        int solved,
        OptionalDouble medianSolvedAtStep,
        Optional<Estimate> greedy,
        Optional<Estimate> sampled,
        Optional<Estimate> training) {

    /**
     * A score over several seeds.
     *
     * @param seeds how many have it
     * @param interquartileMean of them
     * @param interval its 95 % bootstrap interval; empty for a single seed
     */
    public record Estimate(int seeds, double interquartileMean, Optional<Interval> interval) {

        static Optional<Estimate> of(double[] scores) {
            if (scores.length == 0) {
                return Optional.empty();
            }
            Optional<Interval> interval = scores.length == 1
                    ? Optional.empty()
                    : Optional.of(
                            ScoreStatistics.interquartileMeanInterval(List.of(scores), ScoreStatistics.RESAMPLES));
            return Optional.of(new Estimate(scores.length, ScoreStatistics.interquartileMean(scores), interval));
        }
    }

    public static SweepSummary of(SweepResult sweep) {
        return new SweepSummary(
                sweep.seeds().size(),
                sweep.failed().size(),
                (int) sweep.seeds().stream().filter(SeedResult::solved).count(),
                medianSolvedAtStep(sweep),
                Estimate.of(sweep.scores(run -> OptionalDouble.of(run.greedy().mean()))),
                Estimate.of(sweep.scores(run -> OptionalDouble.of(run.sampled().mean()))),
                Estimate.of(sweep.scores(run -> run.training().finalMeanReturn100())));
    }

    private static OptionalDouble medianSolvedAtStep(SweepResult sweep) {
        double[] steps = sweep.seeds().stream()
                .mapToDouble(seed -> seed instanceof SeedResult.Finished run && run.solved()
                        ? run.training().solvedAtStep().getAsLong()
                        : Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        int upper = steps.length / 2;
        int lower = (steps.length - 1) / 2;
        double median = (steps[lower] + steps[upper]) / 2;
        return Double.isFinite(median) ? OptionalDouble.of(median) : OptionalDouble.empty();
    }
}
