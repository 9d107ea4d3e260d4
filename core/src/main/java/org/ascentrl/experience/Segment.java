package org.ascentrl.experience;

/**
 * Consecutive rows of a rollout that belong to one episode.
 *
 * @param slot where it ran
 * @param from the first row
 * @param to behind the last row
 * @param startsEpisode whether the first row is the first of its episode
 * @param end how it ended
 */
public record Segment(int slot, int from, int to, boolean startsEpisode, End end) {

    public enum End {
        /** By the task: nothing is worth anything beyond. Truncation at the same step changes nothing. */
        TERMINATED,
        /** The episode was cut off: its final observation has a value. */
        TRUNCATED,
        /** The horizon ended, the episode goes on: its final observation is the next one to act on. */
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
