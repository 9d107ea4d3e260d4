package org.ascentrl.nn;

import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * The running mean and variance of each of D numbers over all rows, in double.
 *
 * <p>Rows are added by Welford's method.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford 1962</a>
 */
public final class RunningMoments implements Stateful {

    private long count;
    private double[] mean;
    private double[] squares;

    /** @param size D */
    public RunningMoments(int size) {
        mean = new double[size];
        squares = new double[size];
    }

    /** Adds {@code rows} rows of D numbers. */
    public void add(float[] values, int rows) {
        int size = mean.length;
        for (int row = 0; row < rows; row++) {
            count++;
            for (int i = 0; i < size; i++) {
                double x = values[row * size + i];
                double delta = x - mean[i];
                mean[i] += delta / count;
                squares[i] += delta * (x - mean[i]);
            }
        }
    }

    public long count() {
        return count;
    }

    public double mean(int i) {
        return mean[i];
    }

    /** The variance of the population; 1 before the second row. */
    public double variance(int i) {
        return count < 2 ? 1 : squares[i] / count;
    }

    @Override
    public void state(State s) {
        s.longs("count", new int[0], () -> new long[] {count}, saved -> count = saved[0]);
        s.doubles("mean", new int[] {mean.length}, () -> mean, saved -> mean = saved.clone());
        s.doubles("squares", new int[] {squares.length}, () -> squares, saved -> squares = saved.clone());
    }
}
