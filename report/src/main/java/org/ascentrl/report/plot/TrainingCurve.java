package org.ascentrl.report.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The learning curve of a run: the mean return of the last 100 episodes, over environment steps. Immutable.
 */
public final class TrainingCurve {

    private final double[] steps;
    private final double[] returns;

    /**
     * A curve through points.
     *
     * @param steps environment steps, strictly increasing [N]
     * @param meanReturns at these steps [N]
     * @throws IllegalArgumentException if the lengths differ, the steps do not increase, or a number is not finite
     */
    public TrainingCurve(double[] steps, double[] meanReturns) {
        if (steps.length != meanReturns.length) {
            throw new IllegalArgumentException("curve: " + steps.length + " steps, " + meanReturns.length
                    + " mean returns; one for each is needed");
        }
        for (int i = 0; i < steps.length; i++) {
            if (!Double.isFinite(steps[i]) || !Double.isFinite(meanReturns[i])) {
                throw new IllegalArgumentException("curve: point " + i + " is (" + steps[i] + ", " + meanReturns[i]
                        + "); both must be finite numbers");
            }
            if (i > 0 && steps[i] <= steps[i - 1]) {
                throw new IllegalArgumentException(
                        "curve: step " + steps[i] + " after " + steps[i - 1] + "; steps must increase");
            }
        }
        this.steps = steps.clone();
        this.returns = meanReturns.clone();
    }

    /**
     * Reads the columns {@code steps} and {@code mean_return_100} of a run's {@code metrics.csv}. Rows without a mean
     * return give no point.
     *
     * @throws MetricsFormatException if the file is not such a table
     * @throws IOException if it cannot be read
     */
    public static TrainingCurve read(Path metricsCsv) throws IOException {
        return MetricsReader.read(metricsCsv);
    }

    /**
     * Reads the curve of a run from the {@code metrics.csv} in its directory; it is empty where the run has no sink {@code
     * csv}.
     *
     * @throws MetricsFormatException if the file is no table of metrics
     * @throws IOException if it cannot be read
     */
    public static TrainingCurve ofRun(Path run) throws IOException {
        Path metrics = run.resolve("metrics.csv");
        return Files.exists(metrics) ? read(metrics) : new TrainingCurve(new double[0], new double[0]);
    }

    /** The number of points. */
    public int size() {
        return steps.length;
    }

    /** No episode ended yet: there is nothing to draw. */
    public boolean isEmpty() {
        return steps.length == 0;
    }

    double[] steps() {
        return steps.clone();
    }

    double[] returns() {
        return returns.clone();
    }

    double firstStep() {
        return steps[0];
    }

    double lastStep() {
        return steps[steps.length - 1];
    }

    /** Linear between the points; before the first and after the last, that point's value. */
    double at(double step) {
        int found = Arrays.binarySearch(steps, step);
        if (found >= 0) {
            return returns[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return returns[0];
        }
        if (above == steps.length) {
            return returns[steps.length - 1];
        }
        double fraction = (step - steps[above - 1]) / (steps[above] - steps[above - 1]);
        return returns[above - 1] + fraction * (returns[above] - returns[above - 1]);
    }

    /**
     * A curve of at most 4 points a column that looks the same when it is drawn on so many columns of pixels: of the
     * points in a column it keeps the first, the lowest, the highest and the last (U. Jugel et al., <em>M4: A
     * Visualization-Oriented Time Series Data Aggregation</em>, 2014).
     *
     * @param width in steps, of all columns together, from step 0
     */
    TrainingCurve reduced(int columns, double width) {
        if (steps.length <= 4 * columns) {
            return this;
        }
        boolean[] kept = new boolean[steps.length];
        int from = 0;
        while (from < steps.length) {
            int column = column(from, columns, width);
            int to = from;
            int lowest = from;
            int highest = from;
            while (to < steps.length && column(to, columns, width) == column) {
                lowest = returns[to] < returns[lowest] ? to : lowest;
                highest = returns[to] > returns[highest] ? to : highest;
                to++;
            }
            kept[from] = true;
            kept[lowest] = true;
            kept[highest] = true;
            kept[to - 1] = true;
            from = to;
        }
        return only(kept);
    }

    private int column(int point, int columns, double width) {
        return (int) (steps[point] * columns / width);
    }

    private TrainingCurve only(boolean[] kept) {
        double[] keptSteps = new double[steps.length];
        double[] keptReturns = new double[steps.length];
        int size = 0;
        for (int i = 0; i < steps.length; i++) {
            if (kept[i]) {
                keptSteps[size] = steps[i];
                keptReturns[size] = returns[i];
                size++;
            }
        }
        return new TrainingCurve(Arrays.copyOf(keptSteps, size), Arrays.copyOf(keptReturns, size));
    }
}
