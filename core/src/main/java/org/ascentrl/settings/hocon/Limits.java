package org.ascentrl.settings.hocon;

import java.math.BigDecimal;
import org.ascentrl.settings.Setting;
import org.jspecify.annotations.Nullable;

/** The range of a number. */
record Limits(double min, double max, boolean exclusiveMin) {

    static Limits of(@Nullable Setting setting) {
        return setting == null
                ? new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false)
                : new Limits(setting.min(), setting.max(), setting.exclusiveMin());
    }

    /**
     * Checks a number.
     *
     * @param unit shown after each limit
     * @throws IllegalArgumentException if the number is out of range; the message says what it must be
     */
    void require(double number, String unit) {
        if (number < min || number > max || (exclusiveMin && number == min)) {
            throw new IllegalArgumentException("must be " + range(unit));
        }
    }

    /** The allowed numbers as text; empty if every number is allowed. */
    String text() {
        return Double.isInfinite(min) && Double.isInfinite(max) ? "" : range("");
    }

    private String range(String unit) {
        String least = show(min) + unit;
        String most = show(max) + unit;
        if (Double.isInfinite(min)) {
            return "at most " + most;
        }
        if (Double.isInfinite(max)) {
            return (exclusiveMin ? "greater than " : "at least ") + least;
        }
        return exclusiveMin ? "greater than " + least + " and at most " + most : "between " + least + " and " + most;
    }

    private static String show(double limit) {
        if (Double.isInfinite(limit)) {
            return "";
        }
        BigDecimal shortest = BigDecimal.valueOf(limit).stripTrailingZeros();
        return Math.abs(shortest.scale()) > 9 ? shortest.toString() : shortest.toPlainString();
    }
}
