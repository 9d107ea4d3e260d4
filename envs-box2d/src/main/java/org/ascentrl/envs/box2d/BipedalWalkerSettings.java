package org.ascentrl.envs.box2d;

import org.ascentrl.settings.Setting;

/** The option of {@link BipedalWalker}, named as Gymnasium names it. */
public record BipedalWalkerSettings(
        @Setting("whether stumps, stairs and pits stand in the way")
        boolean hardcore) {}
