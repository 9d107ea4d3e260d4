package org.ascentrl.experience;

import org.ascentrl.settings.Setting;

/**
 * A number that changes linearly with progress.
 *
 * @param from the initial value
 * @param to the final value
 */
public record Schedule(
        @Setting(value = "at the start", min = 0) double from,
        @Setting(value = "at the end", min = 0) double to) {

    public static Schedule constant(double value) {
        return new Schedule(value, value);
    }

    public double at(Progress p) {
        return from + (to - from) * p.fraction();
    }
}
