package org.ascentrl.algorithm.td3;

import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of TD3: those of DDPG, delayed policy updates, and target policy smoothing. */
@WithMethods
public record Td3Settings(
        @Inline DdpgSettings ddpg,

        @Setting(value = "gradient steps of the critics per update of the policy and the target networks", min = 1)
        int policyDelay,

        TargetNoise targetNoise)
        implements Td3SettingsBuilder.With {

    /** Noise on the target policy's actions, which smooths the critics' targets. */
    public record TargetNoise(
            @Setting(
                    value = "σ, the standard deviation, where the bounds of an action are −1 and 1; 0 disables it",
                    min = 0)
            double std,

            @Setting(value = "c, the clip range of the noise", min = 0)
            double clip) {}
}
