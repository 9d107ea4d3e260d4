package org.ascentrl.wiring;

import org.ascentrl.policy.network.NetworkSettings;
import org.ascentrl.settings.Setting;

/** The plain keys at the top; what the selectors there chose has options of its own. */
public record RunSettings(
        @Setting(value = "fixes all randomness of the run", min = 0)
        long seed,

        TrainingSettings training,
        NetworkSettings networks) {}
