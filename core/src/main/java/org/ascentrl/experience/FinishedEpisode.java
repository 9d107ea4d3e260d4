package org.ascentrl.experience;

/**
 * A whole episode that ended in a rollout. Its start may lie in an earlier rollout.
 *
 * @param slot the slot that it ran in
 * @param step the step of the rollout, from 0, at which it ended
 * @param episodeReturn the sum of its rewards, unscaled
 * @param length the number of its steps
 */
public record FinishedEpisode(int slot, int step, double episodeReturn, int length) {}
