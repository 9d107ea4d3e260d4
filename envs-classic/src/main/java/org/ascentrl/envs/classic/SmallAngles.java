package org.ascentrl.envs.classic;

/**
 * Sine and cosine of small angles: {@link StrictMath}'s, to the last bit, so the same on every machine, but neither a
 * native call, as in JDK 17, nor an allocation, as from JDK 21 on. StrictMath's results are by definition those of fdlibm;
 * below 0.3 its kernels are one polynomial each.
 */
final class SmallAngles {

    private static final double TINY = 0x1.0p-27;
    private static final double SMALL = 0x1.33333p-2;

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

    private SmallAngles() {}

    /** sin x ≈ x + s₃x³ + … + s₁₃x¹³. */
    static double sin(double x) {
        double size = Math.abs(x);
        if (!(size < SMALL)) {
            return StrictMath.sin(x);
        }
        if (size < TINY) {
            return x;
        }
        double x2 = x * x;
        return x + x2 * x * (SIN_3 + x2 * (SIN_5 + x2 * (SIN_7 + x2 * (SIN_9 + x2 * (SIN_11 + x2 * SIN_13)))));
    }

    /** cos x ≈ 1 − x²/2 + c₄x⁴ + … + c₁₄x¹⁴. */
    static double cos(double x) {
        double size = Math.abs(x);
        if (!(size < SMALL)) {
            return StrictMath.cos(x);
        }
        double x2 = x * x;
        double r = x2 * (COS_4 + x2 * (COS_6 + x2 * (COS_8 + x2 * (COS_10 + x2 * (COS_12 + x2 * COS_14)))));
        return 1 - (0.5 * x2 - x2 * r);
    }
}
