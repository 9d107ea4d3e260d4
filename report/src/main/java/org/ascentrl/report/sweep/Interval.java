package org.ascentrl.report.sweep;

/**
 * A confidence interval.
 *
 * @param low its lower bound, included
 * @param high its upper bound, included, not less than {@code low}
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException if a bound is not a number, or {@code low} is greater than {@code high} */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "interval: low " + low + ", high " + high + "; low must not be greater than high");
        }
    }
}
