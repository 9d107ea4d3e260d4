package org.ascentrl.wiring;

import org.ascentrl.policy.network.NetworkSettings;
import org.ascentrl.settings.Setting;

/** The settings at the top level that are not selectors. */
public record RunSettings(
        @Setting(value = "seed of all random numbers of the run", min = 0)
        long seed,

        TrainingSettings training,
        NetworkSettings networks) {}
