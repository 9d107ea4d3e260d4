package org.ascentrl.experience;

import java.util.Locale;
import org.ascentrl.settings.Setting;

/**
 * A number that changes from one value to another over a number of environment steps, and then stays there.
 *
 * @param from the initial value
 * @param to the final value
 * @param steps the duration in environment steps; 0 starts with
 *     the final value
 */
public record Decay(
        @Setting(value = "at the start", min = 0) double from,

        @Setting(value = "at the end; an exponential curve needs more than 0", min = 0)
        double to,

        @Setting(value = "duration, in environment steps", min = 0)
        long steps,

        @Setting("linear: changes by the same amount in each step; exponential: by the same factor")
        Curve curve) {

    public enum Curve {
        LINEAR,
        EXPONENTIAL
    }

    public Decay {
        if (curve == Curve.EXPONENTIAL && (from == 0 || to == 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "from = %s, to = %s: an exponential curve needs both to be more than 0; take linear for one that reaches 0",
                    from,
                    to));
        }
    }

    public static Decay constant(double value) {
        return new Decay(value, value, 0, Curve.LINEAR);
    }

    public double at(Progress p) {
        if (p.steps() >= steps) {
            return to;
        }
        double fraction = (double) p.steps() / steps;
        return switch (curve) {
            case LINEAR -> from + (to - from) * fraction;
            case EXPONENTIAL -> from * Math.pow(to / from, fraction);
        };
    }
}
