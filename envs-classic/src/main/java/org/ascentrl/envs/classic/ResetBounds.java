package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/**
 * The range from which the numbers of an initial state are drawn: Gymnasium's options of {@code reset}. A wide range
 * may exceed the bounds of the observation space.
 */
public record ResetBounds(
        @Setting("lower bound of each number, inclusive") double low,

        @Setting("upper bound of each number, exclusive") double high) {

    public ResetBounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "low = " + low + ", high = " + high + ": low must not be greater than high");
        }
    }
}
