package org.ascentrl.envs.classic;

/**
 * Sine and cosine of a float32 number as NumPy 2 computes them where the processor has fused multiply-add: less accurate
 * than {@link Angles} in the last bit. The angle less a multiple of π/2 in three parts, then a polynomial.
 */
final class NumpyAngles {

    private static final float TWO_OVER_PI = 0x1.45f306p-1f;
    private static final float PART_1 = 0x1.921fb0p+00f;
    private static final float PART_2 = 0x1.5110b4p-22f;
    private static final float PART_3 = 0x1.846988p-48f;

    private static final float SIN_3 = -0x1.555556p-03f;
    private static final float SIN_5 = 0x1.11119ap-07f;
    private static final float SIN_7 = -0x1.a06bbap-13f;
    private static final float SIN_9 = 0x1.7d3bbcp-19f;

    private static final float COS_4 = 0x1.55553cp-05f;
    private static final float COS_6 = -0x1.6c06dcp-10f;
    private static final float COS_8 = 0x1.98e616p-16f;

    private NumpyAngles() {}

    static float sin(float x) {
        return sinOfQuadrant(x, 0);
    }

    static float cos(float x) {
        return sinOfQuadrant(x, 1);
    }

    /** sin(x + quadrants·π/2). */
    private static float sinOfQuadrant(float x, int quadrants) {
        float n = (float) Math.rint(x * TWO_OVER_PI);
        float r = Math.fma(-n, PART_3, Math.fma(-n, PART_2, Math.fma(-n, PART_1, x)));
        int quadrant = (int) n + quadrants;
        float value = (quadrant & 1) == 0 ? sinNearZero(r) : cosNearZero(r);
        return (quadrant & 2) == 0 ? value : -value;
    }

    private static float sinNearZero(float x) {
        float x2 = x * x;
        float r = Math.fma(Math.fma(Math.fma(SIN_9, x2, SIN_7), x2, SIN_5), x2, SIN_3) * x2;
        return Math.fma(r, x, x);
    }

    private static float cosNearZero(float x) {
        float x2 = x * x;
        return Math.fma(Math.fma(Math.fma(Math.fma(COS_8, x2, COS_6), x2, COS_4), x2, -0.5f), x2, 1);
    }
}
