package org.ascentrl.envs.box2d;

import org.ascentrl.settings.Setting;

/** The option of {@link BipedalWalker}, named as Gymnasium names it. */
public record BipedalWalkerSettings(
        @Setting("add stumps, stairs and pits to the terrain")
        boolean hardcore) {}
