package org.ascentrl.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** The numbers on the axes. */
final class TickLabels {

    private static final MathContext DIGITS = new MathContext(6);

    private TickLabels() {}

    /** With k for thousands and M for millions: 0, 500, 1k, 2.5k, 50k, 1M, 2.5M. */
    static String thousands(double value) {
        if (Math.abs(value) >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return Math.abs(value) >= 1e3 ? plain(value / 1e3) + "k" : plain(value);
    }

    /** At most six digits, and no zeros behind the point. */
    static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
