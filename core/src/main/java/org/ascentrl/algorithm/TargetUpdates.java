package org.ascentrl.algorithm;

import org.ascentrl.experience.Progress;
import org.ascentrl.settings.Setting;

/** When a target network takes over the parameters of the one that learns, and how much of them. */
public record TargetUpdates(
        @Setting(value = "environment steps from update to update of the target network", min = 1)
        long every,

        @Setting(
                value = "τ, how much of the difference an update takes over; 1 copies",
                min = 0,
                max = 1,
                exclusiveMin = true)
        double tau) {

    /** The τ of all updates that fall into these steps together; 0 if none does. */
    public double tau(Progress before, long steps) {
        long updates = (before.steps() + steps) / every - before.steps() / every;
        return tau == 1 && updates > 0 ? 1 : 1 - Math.pow(1 - tau, (double) updates);
    }
}
