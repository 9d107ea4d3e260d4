package org.ascentrl.replay;

import org.ascentrl.settings.Setting;

/** A replay buffer. */
public record ReplaySettings(
        @Setting(value = "steps that are remembered; the oldest make room", min = 1)
        int capacity,

        Prioritization prioritization,

        @Setting("whether checkpoints hold it: without it, a resumed training first has to warm up again")
        boolean save) {}
