package org.ascentrl.env.vector;

/** Which seed starts which episode. */
@FunctionalInterface
public interface EpisodeSeeds {

    /** The seed, never negative, of episode {@code episode} (from 0) of slot {@code slot}. */
    long of(int slot, long episode);
}
