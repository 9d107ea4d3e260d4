package org.ascentrl.envs.classic;

import org.ascentrl.settings.Setting;

/** The options of {@link CartPole}, named as Gymnasium names them. */
public record CartPoleSettings(
        @Setting("give reward 0 for each step and −1 for the one that fails, instead of 1 for each")
        boolean suttonBartoReward,

        @Setting("range of the initial state") ResetBounds reset) {

    /** Starts within ±0.05, as registered. */
    public CartPoleSettings(boolean suttonBartoReward) {
        this(suttonBartoReward, new ResetBounds(-0.05, 0.05));
    }
}
