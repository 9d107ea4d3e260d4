package org.ascentrl.actor;

import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.RowRandom;

/**
 * A request for actions.
 *
 * @param observations [n], raw
 * @param masks [n, C], the action masks
 * @param memory [n, {@link Actor#memorySize()}], which the actor may change; zero where an episode starts
 * @param random a stream for each row
 * @param progress of training
 * @param explore whether to act as in training; else greedily
 * @param logProbs [n], for the actor to fill with log π(a|s) of the actions that it chose; empty if nobody asks for
 *     them
 */
public record ActRequest(
        Observations observations,
        Masks masks,
        float[] memory,
        RowRandom random,
        Progress progress,
        boolean explore,
        double[] logProbs) {

    private static final double[] NONE = {};

    /** A request that does not ask for log-probabilities. */
    public ActRequest(
            Observations observations,
            Masks masks,
            float[] memory,
            RowRandom random,
            Progress progress,
            boolean explore) {
        this(observations, masks, memory, random, progress, explore, NONE);
    }

    /** Returns whether the actor is to fill {@link #logProbs}. */
    public boolean asksForLogProbs() {
        return logProbs.length > 0;
    }

    /** n. */
    public int rows() {
        return observations.rows();
    }
}
