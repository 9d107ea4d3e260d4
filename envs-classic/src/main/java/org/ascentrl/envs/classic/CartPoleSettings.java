package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link CartPole}, named as Gymnasium names them. */
public record CartPoleSettings(
        @Setting("whether a step is worth 0 and the one that fails −1, instead of 1 for each")
        boolean suttonBartoReward,

        @Setting("the numbers that episodes start from") ResetBounds reset) {

    /** Starts within ±0.05, as registered. */
    public CartPoleSettings(boolean suttonBartoReward) {
        this(suttonBartoReward, new ResetBounds(-0.05, 0.05));
    }
}
