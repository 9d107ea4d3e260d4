package org.ascentrl.env;

import java.util.Map;

/**
 * The result of a step.
 *
 * @param observation the flat view of the observation space; the caller may keep it
 * @param terminated whether the task ended: the value of the final observation is 0
 * @param truncated whether the episode was cut off, such as by a time limit: the final observation keeps its value; a
 *     step that is both counts as terminated
 * @param info further facts by name, not modified afterwards. A rollout records the numbers and booleans, such as the
 *     costs of constrained tasks, if the algorithm asks for them ({@code Extra.INFO}); others are for people and tests
 */
public record StepResult(
        float[] observation, double reward, boolean terminated, boolean truncated, Map<String, Object> info) {

    public StepResult(float[] observation, double reward, boolean terminated) {
        this(observation, reward, terminated, false, Map.of());
    }

    public boolean done() {
        return terminated || truncated;
    }
}
