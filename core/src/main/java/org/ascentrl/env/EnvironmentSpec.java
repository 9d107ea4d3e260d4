package org.ascentrl.env;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.space.Space;

/**
 * The facts of an environment that are known before it runs.
 *
 * @param id the registered name, as {@code CartPole-v1}
 * @param maxEpisodeSteps the number of steps after which an episode is truncated
 * @param rewardThreshold the mean return over 100 episodes from which the task counts as solved
 */
public record EnvironmentSpec(
        String id,
        OptionalInt maxEpisodeSteps,
        OptionalDouble rewardThreshold,
        Space observationSpace,
        Space actionSpace) {

    public EnvironmentSpec withSpaces(Space observations, Space actions) {
        return new EnvironmentSpec(id, maxEpisodeSteps, rewardThreshold, observations, actions);
    }

    public EnvironmentSpec withMaxEpisodeSteps(int steps) {
        return new EnvironmentSpec(id, OptionalInt.of(steps), rewardThreshold, observationSpace, actionSpace);
    }
}
