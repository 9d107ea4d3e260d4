package org.ascentrl.replay;

import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** The settings of a replay buffer. */
@WithMethods
public record ReplaySettings(
        @Setting(value = "steps that the buffer holds; the oldest are overwritten", min = 1)
        int capacity,

        Prioritization prioritization,

        @Setting("save the buffer in checkpoints; without it a resumed run has to fill it again before it learns")
        boolean save)
        implements ReplaySettingsBuilder.With {

    /**
     * Checks that the buffer can hold the steps of the warm-up.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public void requireRoomFor(int warmUp) {
        if (warmUp > capacity) {
            throw new IllegalArgumentException("warm-up = " + warmUp + " is more than the replay buffer of capacity "
                    + capacity + " can hold. Shorten the warm-up or raise the capacity");
        }
    }
}
