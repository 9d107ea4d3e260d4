package org.ascentrl.env;

import java.util.Map;

/**
 * The result of a step.
 *
 * @param observation the flat view of the observation space, the caller's to keep
 * @param terminated the task itself ended: there is no value beyond
 * @param truncated the episode was cut off, by a time limit say: the state has a value; both at once count as terminated
 * @param info further facts by name, unchanged afterwards: numbers and booleans reach a rollout whose algorithm asks for them
 *     ({@code Extra.INFO}), such as the costs of constrained tasks; others are for people and tests
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
