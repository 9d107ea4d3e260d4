package org.ascentrl.replay;

import org.ascentrl.settings.Setting;

/** A replay buffer. */
public record ReplaySettings(
        @Setting(value = "steps that are remembered; the oldest make room", min = 1)
        int capacity,

        Prioritization prioritization,

        @Setting("whether checkpoints hold it: without it, a resumed training first has to warm up again")
        boolean save) {

    /**
     * That as many steps can be remembered as are collected before the first is drawn.
     *
     * @throws IllegalArgumentException if they cannot
     */
    public void requireRoomFor(int warmUp) {
        if (warmUp > capacity) {
            throw new IllegalArgumentException("warm-up = " + warmUp + ": a replay buffer of capacity " + capacity
                    + " never holds so many steps. Take a shorter warm-up or a greater capacity");
        }
    }
}
