package org.ascentrl.report.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ascentrl.random.NumpyGenerator;

/**
 * Statistics over the scores of independent runs, as R. Agarwal et al. recommend for the few runs that reinforcement
 * learning can afford (<em>Deep Reinforcement Learning at the Edge of the Statistical Precipice</em>, 2021,
 * <a href="https://arxiv.org/abs/2108.13264">arXiv:2108.13264</a>, sections 4.1 and 4.3).
 *
 * <p>Pure functions: none modifies its arguments, none depends on the order of the scores, and the same scores always
 * give the same interval. All refuse scores that are not finite with an {@link IllegalArgumentException}.
 */
public final class ScoreStatistics {

    /**
     * Resamples for an interval that is printed. Its bounds then vary with the random seed by about 0.15 % of the
     * interval's width (standard deviation).
     */
    public static final int RESAMPLES = 200_000;

    private static final int PAIR_RESAMPLES = 20_000;
    private static final double CONFIDENCE = 0.95;
    private static final long SEED = 0;

    private ScoreStatistics() {}

    /**
     * The arithmetic mean.
     *
     * @throws IllegalArgumentException if there are no scores
     */
    public static double mean(double... scores) {
        require("mean", 1, scores);
        return sum(scores, 0, scores.length) / scores.length;
    }

    /**
     * The deviation of a population: √(Σ(x − mean)² / n).
     *
     * @throws IllegalArgumentException if there are no scores
     */
    public static double populationDeviation(double... scores) {
        require("populationDeviation", 1, scores);
        return Math.sqrt(squaredDistances(scores) / scores.length);
    }

    /**
     * The unbiased deviation of a sample: √(Σ(x − mean)² / (n − 1)).
     *
     * @throws IllegalArgumentException if there are fewer than two scores
     */
    public static double sampleDeviation(double... scores) {
        require("sampleDeviation", 2, scores);
        return Math.sqrt(squaredDistances(scores) / (scores.length - 1));
    }

    /**
     * The score in the middle, or the mean of the two there.
     *
     * @throws IllegalArgumentException if there are no scores
     */
    public static double median(double... scores) {
        require("median", 1, scores);
        return quantile(sorted(scores), 0.5);
    }

    /**
     * The mean of the middle half: of n scores the ⌊n/4⌋ lowest and the ⌊n/4⌋ highest are left out, whole scores only,
     * so that of 10 scores 6 remain, and of 3 all. This is {@code scipy.stats.trim_mean(scores, 0.25)}, which the
     * authors' library computes.
     *
     * @throws IllegalArgumentException if there are no scores
     */
    public static double interquartileMean(double... scores) {
        require("interquartileMean", 1, scores);
        double[] ascending = sorted(scores);
        int cut = ascending.length / 4;
        return sum(ascending, cut, ascending.length - cut) / (ascending.length - 2 * cut);
    }

    /**
     * The 95 % confidence interval of the interquartile mean over all scores, by the stratified percentile bootstrap:
     * each resample draws from every task as many scores as it has, with replacement; the interval runs from the 2.5 % to
     * the 97.5 % quantile of the resamples' interquartile means. A task with more scores weighs more. Quantiles are
     * interpolated linearly, as {@code numpy.percentile} does.
     *
     * <p>The draws are {@code default_rng(0).integers(0, n)} for each score of each task in turn, into the task's scores
     * in ascending order.
     *
     * @param scoresByTask for each task the scores of its runs; usually one task
     * @param resamples how many; {@link #RESAMPLES} for printing, fewer where many intervals are drawn
     * @throws IllegalArgumentException if there is no task, a task without scores, or no resample
     */
    public static Interval interquartileMeanInterval(List<double[]> scoresByTask, int resamples) {
        if (scoresByTask.isEmpty()) {
            throw new IllegalArgumentException("interquartileMeanInterval: no task; at least one is needed");
        }
        if (resamples < 1) {
            throw new IllegalArgumentException(
                    "interquartileMeanInterval: " + resamples + " resamples; at least one is needed");
        }
        scoresByTask.forEach(scores -> require("interquartileMeanInterval", 1, scores));
        return interval(resampledMeans(scoresByTask, resamples));
    }

    /**
     * The probability that a run of the first kind scores higher than one of the second: the share of pairs in which it
     * does, a draw counting half (the Mann-Whitney U statistic over the number of pairs).
     *
     * @throws IllegalArgumentException if there are no scores of a kind
     */
    public static double probabilityOfImprovement(double[] scores, double[] than) {
        require("probabilityOfImprovement", 1, scores);
        require("probabilityOfImprovement", 1, than);
        double wins = 0;
        for (double x : scores) {
            for (double y : than) {
                wins += win(x, y);
            }
        }
        return wins / (scores.length * than.length);
    }

    /** The 95 % percentile bootstrap interval of {@link #probabilityOfImprovement}, both kinds drawn by themselves. */
    public static Interval probabilityOfImprovementInterval(double[] scores, double[] than) {
        require("probabilityOfImprovementInterval", 1, scores);
        require("probabilityOfImprovementInterval", 1, than);
        double[][] wins = new double[scores.length][than.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < than.length; j++) {
                wins[i][j] = win(scores[i], than[j]);
            }
        }
        NumpyGenerator random = new NumpyGenerator(SEED);
        double[] probabilities = new double[PAIR_RESAMPLES];
        int[] columns = new int[than.length];
        for (int resample = 0; resample < probabilities.length; resample++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] = (int) random.integers(0, than.length);
            }
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                double[] row = wins[(int) random.integers(0, scores.length)];
                for (int column : columns) {
                    sum += row[column];
                }
            }
            probabilities[resample] = sum / (scores.length * than.length);
        }
        return interval(probabilities);
    }

    private static double win(double x, double y) {
        return x > y ? 1 : x == y ? 0.5 : 0;
    }

    /** Sorts {@code resampled}. */
    private static Interval interval(double[] resampled) {
        Arrays.sort(resampled);
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(quantile(resampled, tail), quantile(resampled, 1 - tail));
    }

    /** The interquartile means of resamples. They are made by counting, in one ascending order of all scores. */
    private static double[] resampledMeans(List<double[]> scoresByTask, int resamples) {
        double[] pooled = scoresByTask.stream()
                .flatMapToDouble(scores -> Arrays.stream(sorted(scores)))
                .toArray();
        int[] order = IntStream.range(0, pooled.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pooled[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] means = new double[resamples];
        int[] drawn = new int[pooled.length];
        NumpyGenerator random = new NumpyGenerator(SEED);
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.fill(drawn, 0);
            int from = 0;
            for (double[] scores : scoresByTask) {
                for (int i = 0; i < scores.length; i++) {
                    drawn[from + (int) random.integers(0, scores.length)]++;
                }
                from += scores.length;
            }
            means[resample] = interquartileMean(pooled, order, drawn);
        }
        return means;
    }

    /** The interquartile mean of {@code values}, where each counts as often as {@code drawn} says. */
    private static double interquartileMean(double[] values, int[] order, int[] drawn) {
        int cut = values.length / 4;
        int kept = values.length - 2 * cut;
        int low = cut;
        int left = kept;
        double sum = 0;
        for (int i = 0; left > 0; i++) {
            int count = drawn[order[i]];
            int skipped = Math.min(low, count);
            int taken = Math.min(left, count - skipped);
            low -= skipped;
            left -= taken;
            sum += taken * values[order[i]];
        }
        return sum / kept;
    }

    /** Linear between the order statistics: type 7 of R. Hyndman and Y. Fan, 1996. */
    private static double quantile(double[] ascending, double fraction) {
        double position = fraction * (ascending.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }

    private static double squaredDistances(double[] scores) {
        double mean = mean(scores);
        return Arrays.stream(scores).map(x -> (x - mean) * (x - mean)).sum();
    }

    private static double sum(double[] scores, int from, int to) {
        return Arrays.stream(scores, from, to).sum();
    }

    private static double[] sorted(double[] scores) {
        double[] copy = scores.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static void require(String operation, int least, double[] scores) {
        if (scores.length < least) {
            throw new IllegalArgumentException(
                    operation + ": " + scores.length + " scores; at least " + least + " are needed");
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException(operation + ": the score " + score
                        + " is not a finite number; leave that run out and report it as failed");
            }
        }
    }
}
