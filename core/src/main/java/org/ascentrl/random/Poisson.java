package org.ascentrl.random;

/**
 * Poisson numbers by the two methods that NumPy uses, drawing from the generator in its order: multiplication of
 * uniform numbers (Knuth, <em>The Art of Computer Programming</em>, volume 2, section 3.4.1) for small means, and
 * transformed rejection with a squeeze (W. Hörmann, <em>The transformed rejection method for generating Poisson random
 * variables</em>, Insurance: Mathematics and Economics 12(1), 1993, algorithm PTRS) for others.
 *
 * <p>{@link StrictMath} rather than {@link Math}, so that every JVM gives the same numbers.
 */
final class Poisson {

    /** The largest mean: ten standard deviations above it, a number still fits a long. */
    static final double MAX_MEAN = Long.MAX_VALUE - 10 * Math.sqrt(Long.MAX_VALUE);

    private static final double SMALL = 10;

    /** Coefficients of 1/x, 1/x³, 1/x⁵, .. in Stirling's series of log Γ(x): B₂ₖ / (2k(2k−1)), as rounded in NumPy. */
    private static final double[] STIRLING = {
        8.333333333333333e-02,
        -2.777777777777778e-03,
        7.936507936507937e-04,
        -5.952380952380952e-04,
        8.417508417508418e-04,
        -1.917526917526918e-03,
        6.410256410256410e-03,
        -2.955065359477124e-02,
        1.796443723688307e-01,
        -1.39243221690590e+00
    };

    private static final double LOG_2_PI = 1.8378770664093453;

    /** The smallest x at which Stirling's series is exact enough; below it, log Γ follows from Γ(x) = Γ(x + 1) / x. */
    private static final int SERIES_FROM = 7;

    private Poisson() {}

    /** @param mean between 0 and {@link #MAX_MEAN} */
    static long sample(NumpyGenerator random, double mean) {
        if (mean == 0) {
            return 0;
        }
        return mean < SMALL ? multiplied(random, mean) : transformed(random, mean);
    }

    /** Counts the uniform numbers whose product is still above e^−mean. */
    private static long multiplied(NumpyGenerator random, double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.random();
        long count = 0;
        while (product > limit) {
            product *= random.random();
            count++;
        }
        return count;
    }

    private static long transformed(NumpyGenerator random, double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = random.random() - 0.5;
            double v = random.random();
            double us = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double proposed = StrictMath.log(v) + StrictMath.log(inverseAlpha) - StrictMath.log(a / (us * us) + b);
            if (proposed <= -mean + k * logMean - logFactorial(k)) {
                return k;
            }
        }
    }

    /** log k! = log Γ(k + 1). */
    private static double logFactorial(long k) {
        if (k < 2) {
            return 0;
        }
        double x = k + 1;
        double shifted = Math.max(x, SERIES_FROM);
        double inverseSquare = 1 / shifted * (1 / shifted);
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series * inverseSquare + STIRLING[i];
        }
        double logGamma = series / shifted + 0.5 * LOG_2_PI + (shifted - 0.5) * StrictMath.log(shifted) - shifted;
        for (int y = SERIES_FROM - 1; y >= x; y--) {
            logGamma -= StrictMath.log(y);
        }
        return logGamma;
    }
}
