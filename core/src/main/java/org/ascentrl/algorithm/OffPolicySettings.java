package org.ascentrl.algorithm;

import org.ascentrl.replay.ReplaySettings;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings that all off-policy algorithms have in common. */
@WithMethods
public record OffPolicySettings(
        @Setting(value = "γ, the discount factor", min = 0, max = 1)
        double discount,

        @Setting(value = "environment steps of uniformly random actions before the first update", min = 0)
        int warmUp,

        @Setting(value = "environment steps per slot between updates", min = 1)
        int stepsPerSlot,

        @Setting(value = "gradient steps per update", min = 1)
        int gradientSteps,

        @Setting(value = "transitions sampled for each gradient step", min = 1)
        int batchSize,

        ReplaySettings replay)
        implements OffPolicySettingsBuilder.With {

    public OffPolicySettings {
        replay.requireRoomFor(warmUp);
    }
}
