package org.ascentrl.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascentrl.random.NumpyGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreStatisticsTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    static Stream<Config> points() {
        return golden("points");
    }

    @ParameterizedTest
    @MethodSource("points")
    void areThoseOfNumpyAndScipy(Config golden) {
        double[] scores = doubles(golden, "scores");
        assertThat(ScoreStatistics.mean(scores)).isCloseTo(golden.getDouble("mean"), ROUNDING);
        assertThat(ScoreStatistics.populationDeviation(scores))
                .isCloseTo(golden.getDouble("population_deviation"), ROUNDING);
        assertThat(ScoreStatistics.median(scores)).isCloseTo(golden.getDouble("median"), ROUNDING);
        assertThat(ScoreStatistics.interquartileMean(scores))
                .isCloseTo(golden.getDouble("interquartile_mean"), ROUNDING);
        if (scores.length > 1) {
            assertThat(ScoreStatistics.sampleDeviation(scores))
                    .isCloseTo(golden.getDouble("sample_deviation"), ROUNDING);
        }
    }

    static Stream<Config> intervals() {
        return golden("intervals");
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void theIntervalIsTheBootstrapOfNumpyWithTheSameDraws(Config golden) {
        Interval interval = ScoreStatistics.interquartileMeanInterval(tasks(golden), golden.getInt("resamples"));
        assertThat(interval.low()).isCloseTo(golden.getDouble("low"), ROUNDING);
        assertThat(interval.high()).isCloseTo(golden.getDouble("high"), ROUNDING);
    }

    @Test
    void theInterquartileMeanLeavesOutWholeScoresOnly() {
        assertThat(ScoreStatistics.interquartileMean(1, 2, 30)).isEqualTo(11);
        assertThat(ScoreStatistics.interquartileMean(-100, 2, 4, 1000)).isEqualTo(3);
        assertThat(ScoreStatistics.interquartileMean(-100, 1, 2, 3, 4, 5, 1000)).isEqualTo(3);
        assertThat(ScoreStatistics.interquartileMean(-9, -8, 1, 2, 3, 4, 98, 99))
                .isEqualTo(2.5);
    }

    @Test
    void theIntervalOfTwoScoresAndOfManyAreInClosedForm() {
        // Of two scores a and b the resamples are a, (a + b)/2 and b with the odds 1 : 2 : 1.
        assertThat(ScoreStatistics.interquartileMeanInterval(List.of(new double[] {10, 20}), 1000))
                .isEqualTo(new Interval(10, 20));
        // The variance of the mean of the middle half of n uniform scores goes to
        // 4/n (∫(x − ½)² dx over [¼, ¾] + ½ (¼)²) = 1/(6n).
        NumpyGenerator random = new NumpyGenerator(1);
        double[] uniform = random.doubles(2000).toArray();
        Interval interval = ScoreStatistics.interquartileMeanInterval(List.of(uniform), 2000);
        double width = 2 * 1.96 * Math.sqrt(1 / (6.0 * uniform.length));
        assertThat(interval.high() - interval.low()).isCloseTo(width, within(0.1 * width));
    }

    @Test
    void resamplesEachTaskByItself() {
        // Pooled, the task of the high scores could be drawn more often than it has scores.
        List<double[]> tasks = List.of(new double[] {1, 1, 1, 1}, new double[] {100, 100, 100, 100});
        assertThat(ScoreStatistics.interquartileMeanInterval(tasks, 500)).isEqualTo(new Interval(50.5, 50.5));
    }

    @Test
    void dependsOnNoOrderAndModifiesNothing() {
        double[] scores = {5, 1, 4, 2, 3, 9, 7};
        double[] reordered = {9, 7, 5, 4, 3, 2, 1};
        assertThat(ScoreStatistics.interquartileMeanInterval(List.of(scores), 500))
                .isEqualTo(ScoreStatistics.interquartileMeanInterval(List.of(reordered), 500));
        assertThat(ScoreStatistics.median(scores)).isEqualTo(4);
        assertThat(ScoreStatistics.interquartileMean(scores)).isEqualTo(4.2);
        assertThat(scores).containsExactly(5, 1, 4, 2, 3, 9, 7);
    }

    @Test
    void refusesTooFewScoresAndThoseThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(ScoreStatistics::mean)
                .withMessage("mean: 0 scores; at least 1 are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreStatistics.sampleDeviation(1))
                .withMessage("sampleDeviation: 1 scores; at least 2 are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreStatistics.interquartileMean(1, Double.NaN))
                .withMessage("interquartileMean: the score NaN is not a finite number;"
                        + " leave that run out and report it as failed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreStatistics.interquartileMeanInterval(List.of(), 10))
                .withMessage("interquartileMeanInterval: no task; at least one is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ScoreStatistics.interquartileMeanInterval(List.of(new double[] {1}, new double[0]), 10))
                .withMessage("interquartileMeanInterval: 0 scores; at least 1 are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreStatistics.interquartileMeanInterval(List.of(new double[] {1}), 0))
                .withMessage("interquartileMeanInterval: 0 resamples; at least one is needed");
    }

    private static Stream<Config> golden(String key) {
        return ConfigFactory.parseResources(ScoreStatisticsTest.class, "/golden/score-statistics.json")
                .getConfigList(key)
                .stream()
                .map(Config.class::cast);
    }

    private static double[] doubles(Config golden, String key) {
        return golden.getDoubleList(key).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static List<double[]> tasks(Config golden) {
        return IntStream.range(0, golden.getList("tasks").size())
                .mapToObj(task -> doubles(golden.getList("tasks").get(task).atKey("scores"), "scores"))
                .toList();
    }

    /** Of 2 x 3 pairs, 3 are won and 1 is drawn. */
    @Test
    void theProbabilityOfImprovementCountsPairs() {
        double[] x = {1, 5};
        double[] y = {1, 4, 3};
        assertThat(ScoreStatistics.probabilityOfImprovement(x, y)).isEqualTo(3.5 / 6);
        assertThat(ScoreStatistics.probabilityOfImprovement(y, x)).isEqualTo(2.5 / 6);
        assertThat(ScoreStatistics.probabilityOfImprovement(x, x)).isEqualTo(0.5);
    }

    @Test
    void theIntervalOfTheProbabilityHoldsIt() {
        double[] low = {1, 2, 3, 4, 5};
        double[] high = {6, 7, 8};
        assertThat(ScoreStatistics.probabilityOfImprovementInterval(high, low)).isEqualTo(new Interval(1, 1));
        assertThat(ScoreStatistics.probabilityOfImprovementInterval(low, high)).isEqualTo(new Interval(0, 0));
        double[] x = {1, 3, 5, 7, 9, 11, 13, 15};
        double[] y = {2, 4, 6, 8, 10, 12, 14, 16};
        Interval interval = ScoreStatistics.probabilityOfImprovementInterval(x, y);
        double p = ScoreStatistics.probabilityOfImprovement(x, y);
        assertThat(interval.low()).isLessThan(p - 0.15);
        assertThat(interval.high()).isGreaterThan(p + 0.15);
    }
}
