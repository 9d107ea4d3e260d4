package org.ascentrl.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.Transitions;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;

/**
 * An update from replay: what is fresh is remembered, and then gradient steps are taken on batches drawn from all.
 *
 * @param warmUp as long as fewer steps are remembered, and there is room for more, nothing is learned
 * @param gradientSteps of an update
 * @param batchSize B, the steps drawn for a gradient step
 */
public record ReplayUpdates(ReplayBuffer replay, int warmUp, int gradientSteps, int batchSize, Tensors tensors) {

    /**
     * One update.
     *
     * @param step takes a gradient step on a batch, in a scope of its own
     * @return the means of what the steps reported; none while nothing is learned
     */
    public Metrics update(Rollout fresh, Progress p, Function<Transitions, Metrics> step) {
        replay.add(fresh);
        if (replay.steps() < warmUp && !replay.isFull()) {
            return Metrics.none();
        }
        List<Metrics> steps = new ArrayList<>();
        for (int i = 0; i < gradientSteps; i++) {
            try (Scope scope = tensors.scope()) {
                steps.add(step.apply(replay.sample(batchSize, p)));
            }
        }
        return Metrics.mean(steps).with("replay_steps", replay.steps());
    }
}
