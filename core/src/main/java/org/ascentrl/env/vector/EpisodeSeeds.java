package org.ascentrl.env.vector;

/** The seeds of episodes. */
@FunctionalInterface
public interface EpisodeSeeds {

    /** Returns the seed of an episode, not negative; episodes count from 0 in each slot. */
    long of(int slot, long episode);
}
