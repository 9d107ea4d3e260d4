package org.ascentrl.experience;

/** Standardizes numbers to mean 0 and standard deviation 1, in double. */
public final class Standardize {

    /** Added to the standard deviation, so that nearly equal numbers do not explode. */
    private static final double FLOOR = 1e-8;

    private Standardize() {}

    /** Standardizes all of {@code x}, in place. */
    public static void all(double[] x) {
        range(x, 0, x.length);
    }

    /** Standardizes the rows of each segment by themselves, in place. */
    public static void eachSegment(Rollout tau, double[] x) {
        tau.segments().forEach(s -> range(x, s.from(), s.to()));
    }

    /**
     * Computes (x − mean) / (std + 10⁻⁸) with the unbiased standard deviation. Fewer than two numbers have none, and
     * are not changed.
     */
    private static void range(double[] x, int from, int to) {
        int n = to - from;
        if (n < 2) {
            return;
        }
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x[i];
        }
        mean /= n;
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        double std = Math.sqrt(squares / (n - 1)) + FLOOR;
        for (int i = from; i < to; i++) {
            x[i] = (x[i] - mean) / std;
        }
    }
}
