package org.ascentrl.envs.classic;

/**
 * Sine and cosine: {@link StrictMath}'s, to the last bit, so the same on every machine, but neither a native call, as in
 * JDK 17, nor an allocation, as from JDK 21 on. StrictMath's results are by definition those of fdlibm: the angle less a
 * multiple of π/2, to twice the precision of a double, then one polynomial.
 */
final class Angles {

    private static final double TINY = 0x1.0p-27;
    private static final double SMALL = 0x1.33333p-2;
    private static final double LARGE = 0x1.90001p-1;
    private static final double QUARTER = 0x1.921fcp-1; // from here on, π/4 is exceeded
    private static final double HUGE = 0x1.921fcp19; // 2¹⁹ · π/2

    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    // π/2 in parts of 33 bits, each with the rest that is left after it.
    private static final double PART_1 = 0x1.921fb544p0;
    private static final double REST_1 = 0x1.0b4611a626331p-34;
    private static final double PART_2 = 0x1.0b4611a6p-34;
    private static final double REST_2 = 0x1.3198a2e037073p-69;
    private static final double PART_3 = 0x1.3198a2ep-69;
    private static final double REST_3 = 0x1.b839a252049c1p-104;

    /** The highest words of the first multiples of π/2: an angle with another one is not close to any. */
    private static final int[] MULTIPLES = new int[32];

    static {
        for (int i = 0; i < MULTIPLES.length; i++) {
            MULTIPLES[i] = highWord((i + 1) * (Math.PI / 2));
        }
    }

    private static final double SIN_3 = -0x1.5555555555549p-3;
    private static final double SIN_5 = 0x1.111111110f8a6p-7;
    private static final double SIN_7 = -0x1.a01a019c161d5p-13;
    private static final double SIN_9 = 0x1.71de357b1fe7dp-19;
    private static final double SIN_11 = -0x1.ae5e68a2b9cebp-26;
    private static final double SIN_13 = 0x1.5d93a5acfd57cp-33;

    private static final double COS_4 = 0x1.555555555554cp-5;
    private static final double COS_6 = -0x1.6c16c16c15177p-10;
    private static final double COS_8 = 0x1.a01a019cb159p-16;
    private static final double COS_10 = -0x1.27e4f809c52adp-22;
    private static final double COS_12 = 0x1.1ee9ebdb4b1c4p-29;
    private static final double COS_14 = -0x1.8fae9be8838d4p-37;

    private Angles() {}

    static double sin(double x) {
        double size = Math.abs(x);
        if (size < QUARTER) {
            return sinNearZero(x, 0);
        }
        if (!(size < HUGE)) {
            return StrictMath.sin(x);
        }
        return Math.copySign(1, x) * sinOfQuadrant(size, 0);
    }

    static double cos(double x) {
        double size = Math.abs(x);
        if (size < QUARTER) {
            return cosNearZero(x, 0);
        }
        if (!(size < HUGE)) {
            return StrictMath.cos(x);
        }
        return sinOfQuadrant(size, 1);
    }

    /** sin(size + quadrants·π/2), for a positive angle that exceeds π/4. */
    private static double sinOfQuadrant(double size, int quadrants) {
        int n = (int) (size * TWO_OVER_PI + 0.5);
        double remainder = size - n * PART_1;
        double correction = n * REST_1;
        double high = remainder - correction;
        boolean close = n > MULTIPLES.length || highWord(size) == MULTIPLES[n - 1];
        if (close && lost(size, high) > 16) {
            double before = remainder;
            remainder = before - n * PART_2;
            correction = n * REST_2 - ((before - remainder) - n * PART_2);
            high = remainder - correction;
            if (n > 1 && lost(size, high) > 49) {
                before = remainder;
                remainder = before - n * PART_3;
                correction = n * REST_3 - ((before - remainder) - n * PART_3);
                high = remainder - correction;
            }
        }
        double low = (remainder - high) - correction;
        int quadrant = n + quadrants;
        double value = (quadrant & 1) == 0 ? sinNearZero(high, low) : cosNearZero(high, low);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /** Returns the number of bits that a difference loses. */
    private static int lost(double from, double difference) {
        return exponent(from) - exponent(difference);
    }

    private static int exponent(double x) {
        return highWord(x) >> 20 & 0x7ff;
    }

    private static int highWord(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    /** sin(x + low) ≈ x + s₃x³ + … + s₁₃x¹³, where low is at most the rounding error of x. */
    private static double sinNearZero(double x, double low) {
        if (Math.abs(x) < TINY) {
            return x;
        }
        double x2 = x * x;
        double x3 = x2 * x;
        double r = SIN_5 + x2 * (SIN_7 + x2 * (SIN_9 + x2 * (SIN_11 + x2 * SIN_13)));
        if (low == 0) {
            return x + x3 * (SIN_3 + x2 * r);
        }
        return x - ((x2 * (0.5 * low - x3 * r) - low) - x3 * SIN_3);
    }

    /** cos(x + low) ≈ 1 − x²/2 + c₄x⁴ + … + c₁₄x¹⁴ − x·low. */
    private static double cosNearZero(double x, double low) {
        double size = Math.abs(x);
        if (size < TINY) {
            return 1;
        }
        double x2 = x * x;
        double r = x2 * (COS_4 + x2 * (COS_6 + x2 * (COS_8 + x2 * (COS_10 + x2 * (COS_12 + x2 * COS_14)))));
        if (size < SMALL) {
            return 1 - (0.5 * x2 - (x2 * r - x * low));
        }
        double part = size < LARGE ? quarterOf(size) : 0.28125;
        double rest = 0.5 * x2 - part;
        return (1 - part) - (rest - (x2 * r - x * low));
    }

    /** A quarter of {@code size}, with the lower half of its bits zero. */
    private static double quarterOf(double size) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(size) & 0xffffffff00000000L) - (2L << 52));
    }
}
