package org.ascentrl.algorithm;

import java.util.List;
import org.ascentrl.experience.Progress;
import org.ascentrl.settings.Setting;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensors;

/** Periodic updates of a target network from the online network: hard copies, or soft updates. */
public record TargetUpdates(
        @Setting(value = "environment steps between updates of the target network", min = 1)
        long every,

        @Setting(
                value = "τ, the soft update coefficient; 1 copies the online network",
                min = 0,
                max = 1,
                exclusiveMin = true)
        double tau) {

    /**
     * Makes all updates that are due within {@code steps} environment steps.
     *
     * @param target θ', changed in place
     * @param online θ, not modified
     * @param before the progress before these steps
     */
    public void update(List<Parameter> target, List<Parameter> online, Progress before, long steps, Tensors tensors) {
        double combined = tau(before, steps);
        if (combined > 0) {
            Polyak.update(target, online, combined, tensors);
        }
    }

    /** Returns the τ of all updates within these steps combined; 0 if none is due. */
    double tau(Progress before, long steps) {
        long updates = (before.steps() + steps) / every - before.steps() / every;
        return tau == 1 && updates > 0 ? 1 : 1 - Math.pow(1 - tau, (double) updates);
    }
}
