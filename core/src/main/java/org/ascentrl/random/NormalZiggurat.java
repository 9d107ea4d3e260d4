package org.ascentrl.random;

/**
 * Standard normal numbers by the ziggurat method of Marsaglia and Tsang, <em>The ziggurat method for generating random
 * variables</em>, Journal of Statistical Software 5(8), 2000, drawing from the generator in NumPy's order.
 *
 * <p>{@link StrictMath} rather than {@link Math}, so that every JVM gives the same numbers.
 */
final class NormalZiggurat {

    /** The end of the base layer, where the tail begins. */
    private static final double TAIL = 3.654152885361009;

    private static final long MANTISSA = (1L << 52) - 1;

    private static final long SIGN = 1L << 8;

    private NormalZiggurat() {}

    static double sample(NumpyGenerator random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & 0xff;
            long magnitude = (bits >>> 9) & MANTISSA;
            double x = withSign(bits & SIGN, magnitude * NormalTables.W[layer]);
            if (magnitude < NormalTables.K[layer]) {
                return x; // 99.3 % of the draws
            }
            if (layer == 0) {
                return tail(random, (magnitude & 0x100) != 0);
            }
            if (belowDensity(layer, x, random.nextDouble())) {
                return x;
            }
        }
    }

    /** Negates x if the bit is set. Without a branch: it would be mispredicted half the time. */
    private static double withSign(long sign, double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ (sign << (63 - 8)));
    }

    private static boolean belowDensity(int layer, double x, double u) {
        double[] density = NormalTables.F;
        double y = (density[layer - 1] - density[layer]) * u + density[layer];
        return y < StrictMath.exp(-0.5 * x * x);
    }

    /** Marsaglia's method for |x| &gt; {@link #TAIL}: an exponential proposal, accepted with probability exp(−x²/2). */
    private static double tail(NumpyGenerator random, boolean negative) {
        while (true) {
            double x = -(1 / TAIL) * StrictMath.log1p(-random.nextDouble());
            double y = -StrictMath.log1p(-random.nextDouble());
            if (y + y > x * x) {
                return negative ? -(TAIL + x) : TAIL + x;
            }
        }
    }
}
