package org.ascentrl.nn;

import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * Mean and variance of each of D numbers over all rows seen, in double.
 *
 * <p>Rows are taken by Welford's method, and two sets of moments merge by Chan's.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford 1962</a>
 * @see <a href="https://doi.org/10.1007/978-3-642-51461-6_3">Chan, Golub and LeVeque 1982, equation 2.1</a>
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

    /** Takes in {@code rows} rows of D numbers. */
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

    /** Takes in all that {@code other} has seen. */
    public void merge(RunningMoments other) {
        if (other.count == 0) {
            return;
        }
        double total = (double) count + other.count;
        for (int i = 0; i < mean.length; i++) {
            double delta = other.mean[i] - mean[i];
            mean[i] += delta * other.count / total;
            squares[i] += other.squares[i] + delta * delta * count * other.count / total;
        }
        count += other.count;
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
