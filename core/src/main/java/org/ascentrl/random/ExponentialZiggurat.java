package org.ascentrl.random;

/**
 * Exponential numbers of mean 1 by the ziggurat method of Marsaglia and Tsang (2000), drawing from the generator in
 * NumPy's order. The tail of an exponential is an exponential again, shifted.
 */
final class ExponentialZiggurat {

    /** The end of the base layer, where the tail begins. */
    private static final double TAIL = 7.69711747013105;

    private ExponentialZiggurat() {}

    static double sample(NumpyGenerator random) {
        while (true) {
            long bits = random.nextLong() >>> 3;
            int layer = (int) bits & 0xff;
            long magnitude = bits >>> 8;
            double x = magnitude * ExponentialTables.W[layer];
            if (magnitude < ExponentialTables.K[layer]) {
                return x; // 98.9 % of the draws
            }
            if (layer == 0) {
                return TAIL - StrictMath.log1p(-random.nextDouble());
            }
            if (belowDensity(layer, x, random.nextDouble())) {
                return x;
            }
        }
    }

    private static boolean belowDensity(int layer, double x, double u) {
        double[] density = ExponentialTables.F;
        double y = (density[layer - 1] - density[layer]) * u + density[layer];
        return y < StrictMath.exp(-x);
    }
}
