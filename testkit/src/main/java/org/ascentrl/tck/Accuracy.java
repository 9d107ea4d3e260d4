package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;

/** The accuracy of a float32 result, compared with the one in double rounded to float32. */
enum Accuracy {
    /** Every bit, also the sign of zero: numbers are moved, not computed. */
    BITS(0, 0),
    /** The same number; zero has no sign. */
    EQUAL(0, 0),
    /** A few units in the last place; what is below the smallest normal number may become zero. */
    RELATIVE(2e-6, Float.MIN_NORMAL),
    /** Close in value, where a result near zero comes from larger numbers. */
    ABSOLUTE(2e-6, 1e-6),
    /** Close in comparison with the sum of the magnitudes of the terms. */
    SUM(5e-6, Float.MIN_NORMAL);

    private final double relative;
    private final double absolute;

    Accuracy(double relative, double absolute) {
        this.relative = relative;
        this.absolute = absolute;
    }

    /** Checks a result whose accuracy does not depend on the terms it was summed from. */
    void check(String what, float[] actual, float[] expected) {
        check(what, actual, expected, expected);
    }

    /**
     * @param what names the result in the message
     * @param magnitude for {@link #SUM}: the result of the same call on the magnitudes of its inputs
     */
    void check(String what, float[] actual, float[] expected, float[] magnitude) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            float scale = this == SUM ? magnitude[i] : expected[i];
            if (!accepts(actual[i], expected[i], scale)) {
                throw new AssertionError(what + ": element " + i + " is " + actual[i] + ", not " + expected[i]);
            }
        }
    }

    private boolean accepts(float actual, float expected, float scale) {
        if (this == BITS) {
            return Float.floatToIntBits(actual) == Float.floatToIntBits(expected);
        }
        if (actual == expected || (Float.isNaN(actual) && Float.isNaN(expected))) {
            return true;
        }
        return Float.isFinite(actual)
                && Float.isFinite(expected)
                && Math.abs((double) actual - expected) <= relative * Math.abs(scale) + absolute;
    }
}
