package org.ascentrl.random;

import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;

/**
 * PCG64, NumPy's default bit generator: a 128-bit linear congruential generator with XSL-RR output. M. O'Neill, <em>PCG: A
 * family of simple fast space-efficient statistically good algorithms for random number generation</em>, 2014.
 */
final class Pcg64 implements Stateful {

    /** The number of 32-bit words that {@link #start} takes. */
    static final int SEED_WORDS = 8;

    private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
    private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;

    private long stateHigh;
    private long stateLow;
    private long incrementHigh;
    private long incrementLow;
    private boolean hasBuffered;
    private int buffered;
    private boolean restored;

    /**
     * Starts anew. The words hold a 128-bit state s and a sequence number q; the increment is 2q + 1, and the generator
     * takes one step from 0, adds s, and takes another.
     *
     * @param words not modified; s before q, in each the high 64 bits before the low, in these the low 32 bits before the
     *     high
     */
    void start(int[] words) {
        long sequenceHigh = word64(words, 4);
        long sequenceLow = word64(words, 6);
        incrementHigh = (sequenceHigh << 1) | (sequenceLow >>> 63);
        incrementLow = (sequenceLow << 1) | 1;
        long low = word64(words, 2);
        stateLow = incrementLow + low;
        stateHigh = incrementHigh + word64(words, 0) + carry(incrementLow, low, stateLow);
        nextLong();
        hasBuffered = false;
        buffered = 0;
        restored = false;
    }

    private static long word64(int[] words, int at) {
        return Integer.toUnsignedLong(words[at]) | ((long) words[at + 1] << 32);
    }

    /** The next raw word. */
    long nextLong() {
        long low = stateLow * MULTIPLIER_LOW;
        // Both words of the multiplier are positive: only the state's sign calls for the unsigned correction.
        long high = Math.multiplyHigh(stateLow, MULTIPLIER_LOW)
                + ((stateLow >> 63) & MULTIPLIER_LOW)
                + stateLow * MULTIPLIER_HIGH
                + stateHigh * MULTIPLIER_LOW;
        long newLow = low + incrementLow;
        long newHigh = high + incrementHigh + carry(low, incrementLow, newLow);
        stateLow = newLow;
        stateHigh = newHigh;
        return Long.rotateRight(newHigh ^ newLow, (int) (newHigh >>> 58));
    }

    /** The carry of a sum of two words. Without a branch: it would be mispredicted half the time. */
    private static long carry(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    /** The next 32 bits: the low half of a raw word, then its high half, which is kept for the next call. */
    int nextInt() {
        if (hasBuffered) {
            hasBuffered = false;
            return buffered;
        }
        long word = nextLong();
        hasBuffered = true;
        buffered = (int) (word >>> 32);
        return (int) word;
    }

    /** Returns whether the state came from {@link #state}, not from {@link #start}. */
    boolean restored() {
        return restored;
    }

    @Override
    public void state(State s) {
        s.longs("state", new int[] {2}, () -> new long[] {stateHigh, stateLow}, this::restoreState);
        s.longs("increment", new int[] {2}, () -> new long[] {incrementHigh, incrementLow}, this::restoreIncrement);
        s.longs(
                "buffered",
                new int[] {2},
                () -> new long[] {hasBuffered ? 1 : 0, Integer.toUnsignedLong(buffered)},
                this::restoreBuffered);
    }

    private void restoreState(long[] saved) {
        stateHigh = saved[0];
        stateLow = saved[1];
        restored = true;
    }

    private void restoreIncrement(long[] saved) {
        if ((saved[1] & 1) == 0) {
            throw new IllegalArgumentException("increment: the low word is " + saved[1]
                    + ", but an increment of PCG64 is odd; the saved state is damaged, use another one");
        }
        incrementHigh = saved[0];
        incrementLow = saved[1];
    }

    private void restoreBuffered(long[] saved) {
        if ((saved[0] | 1) != 1 || saved[1] >>> 32 != 0) {
            throw new IllegalArgumentException("buffered: " + saved[0] + ", " + saved[1]
                    + "; allowed are 0 or 1, and 32 bits; the saved state is damaged, use another one");
        }
        hasBuffered = saved[0] == 1;
        buffered = (int) saved[1];
    }
}
