package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** Between what the numbers of a start are drawn: Gymnasium's options of {@code reset}. Wide ones leave the space. */
public record ResetBounds(
        @Setting("their lower bound") double low,

        @Setting("their upper bound") double high) {

    public ResetBounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "low = " + low + ", high = " + high + ": low must not be greater than high");
        }
    }
}
