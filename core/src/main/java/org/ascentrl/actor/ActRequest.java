package org.ascentrl.actor;

import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.RowRandom;

/**
 * A request for actions.
 *
 * @param observations [n], raw
 * @param masks [n, C], what is allowed
 * @param memory [n, {@link Actor#memorySize()}], the actor's to change; zero where an episode starts
 * @param random a stream for each row
 * @param progress of training
 * @param explore whether to act as in training; else greedily
 */
public record ActRequest(
        Observations observations, Masks masks, float[] memory, RowRandom random, Progress progress, boolean explore) {

    /** n. */
    public int rows() {
        return observations.rows();
    }
}
