package org.ascentrl.experience;

/**
 * A whole episode that ended in a rollout, counted from its start, which may lie in an earlier rollout.
 *
 * @param slot where it ran
 * @param step the step of the rollout, from 0, at which it ended
 * @param episodeReturn the sum of its rewards, as the environment gave them
 * @param length the number of its steps
 */
public record FinishedEpisode(int slot, int step, double episodeReturn, int length) {}
