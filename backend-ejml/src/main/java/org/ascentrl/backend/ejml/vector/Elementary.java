package org.ascentrl.backend.ejml.vector;

/**
 * Elementary functions of one float32 number, within 3 units in the last place of the exact result. They are what
 * {@link VectorFunctions} computes in each lane, operation by operation, for the numbers that fill no vector.
 *
 * <p>With x = n ln 2 + r and |r| ≤ ½ ln 2, eˣ = 2ⁿ (1 + p(r)), where p approximates eʳ − 1.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4899-7983-4">Muller 2016, Elementary Functions, chapters 3 and 11</a>
 */
final class Elementary {

    /** Added to a number below 2²², it rounds it to an integer, which then stands in the lowest bits. */
    static final float ROUNDING = 0x1.8p23f;

    static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);
    static final float LOG2_E = 0x1.715476p+0f;

    /** ln 2 in two parts, the first short enough that its product with n is exact. */
    static final float LN2_HIGH = 0x1.62e4p-1f;

    static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** (eʳ − 1 − r) / r² on |r| ≤ ½ ln 2, interpolated at the nodes of Chebyshev: p(r) is off by a quarter unit at most. */
    static final float C0 = 0x1p-1f;

    static final float C1 = 0x1.5554dcp-3f;
    static final float C2 = 0x1.55551ap-5f;
    static final float C3 = 0x1.120b6ep-7f;
    static final float C4 = 0x1.6d110ap-10f;

    /** Beyond these eˣ is infinite, or 0. */
    static final float LARGEST = 89;

    static final float SMALLEST = -104;

    /** From here on tanh is 1. */
    static final float SATURATED = 10;

    static final int EXPONENT_BIAS = 127;
    static final int FRACTION_BITS = 23;

    private Elementary() {}

    static float exp(float x) {
        float bounded = x > LARGEST ? LARGEST : x;
        return boundedExp(bounded < SMALLEST ? SMALLEST : bounded);
    }

    /** e⁻ˡˣˡ / (1 + e⁻ˡˣˡ) for negative x, and 1 / (1 + e⁻ˡˣˡ) else: nothing overflows, nothing cancels. */
    static float sigmoid(float x) {
        float negative = -Math.abs(x);
        float e = boundedExp(negative < SMALLEST ? SMALLEST : negative);
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** (e²ˣ − 1) / (e²ˣ + 1) for |x|, with the sign of x. */
    static float tanh(float x) {
        float magnitude = Math.abs(x);
        float bounded = magnitude > SATURATED ? SATURATED : magnitude;
        float twice = bounded + bounded;
        float rounded = Math.fma(twice, LOG2_E, ROUNDING);
        float p = fraction(twice, rounded - ROUNDING);
        float scale = powerOfTwo(Float.floatToRawIntBits(rounded) - ROUNDING_BITS);
        float e = Math.fma(scale, p, scale - 1);
        int sign = Float.floatToRawIntBits(x) & Integer.MIN_VALUE;
        return Float.intBitsToFloat(Float.floatToRawIntBits(e / (e + 2)) | sign);
    }

    /** In two steps, for 2ⁿ itself may overflow or be subnormal. */
    private static float boundedExp(float x) {
        float rounded = Math.fma(x, LOG2_E, ROUNDING);
        float p = fraction(x, rounded - ROUNDING);
        int n = Float.floatToRawIntBits(rounded) - ROUNDING_BITS;
        int half = n >> 1;
        return (p + 1) * powerOfTwo(half) * powerOfTwo(n - half);
    }

    /** p(r) for r = x − n ln 2. */
    private static float fraction(float x, float n) {
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float q = Math.fma(Math.fma(Math.fma(Math.fma(C4, r, C3), r, C2), r, C1), r, C0);
        return Math.fma(r * r, q, r);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + EXPONENT_BIAS) << FRACTION_BITS);
    }
}
