package org.ascentrl.experience;

/**
 * Consecutive rows of a rollout that belong to one episode.
 *
 * @param slot the slot that it ran in
 * @param from the first row, inclusive
 * @param to the last row, exclusive
 * @param startsEpisode whether the first row is the first of its episode
 * @param end the way in which it ended
 */
public record Segment(int slot, int from, int to, boolean startsEpisode, End end) {

    public enum End {
        /** The task ended: the value of the final observation is 0. Truncation at the same step makes no difference. */
        TERMINATED,
        /** The episode was cut off: its final observation has a value. */
        TRUNCATED,
        /** The horizon ended while the episode continues: the final observation is the next one to act on. */
        CUT
    }

    public int length() {
        return to - from;
    }

    /** Returns whether the value of the final observation belongs to the return. */
    public boolean bootstraps() {
        return end != End.TERMINATED;
    }
}
