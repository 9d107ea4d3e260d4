package org.ascentrl.random;

import java.util.Arrays;

/**
 * Turns words of entropy of any quality into well mixed seed words, equal to NumPy's {@code SeedSequence}.
 *
 * <p>The entropy is a list of 32-bit words. They are hashed into a pool of four words, from which any number of seed words
 * is drawn. {@link #spawn} gives children: the same entropy followed by a spawn key, the path of child numbers from the
 * root. After M. O'Neill, <em>Developing a seed_seq alternative</em> (2015), and NumPy Enhancement Proposal 19.
 *
 * <p>Not thread-safe: the number of children spawned so far is counted.
 */
public final class SeedSequence {

    static final int POOL_SIZE = 4;

    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULTIPLIER_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULTIPLIER_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] entropy;
    private final int[] spawnKey;
    private final int[] pool = new int[POOL_SIZE];
    private int spawned;

    /**
     * A sequence of the given entropy, {@code SeedSequence(entropy)} in NumPy.
     *
     * @param entropy unsigned 32-bit words; a larger integer counts as its words, the lowest first. Copied.
     */
    public SeedSequence(int... entropy) {
        this(entropy.clone(), new int[0]);
    }

    private SeedSequence(int[] entropy, int[] spawnKey) {
        this.entropy = entropy;
        this.spawnKey = spawnKey;
        int[] words = entropy;
        if (spawnKey.length > 0) {
            // Zeros up to the pool's size keep a spawn key from being taken for entropy.
            int start = Math.max(entropy.length, POOL_SIZE);
            words = Arrays.copyOf(entropy, start + spawnKey.length);
            System.arraycopy(spawnKey, 0, words, start, spawnKey.length);
        }
        mix(words, words.length, pool);
    }

    /**
     * The sequence of one integer, {@code SeedSequence(seed)} in NumPy.
     *
     * @throws IllegalArgumentException if the seed is negative
     */
    public static SeedSequence of(long seed) {
        requireSeed(seed);
        return new SeedSequence((int) seed, (int) (seed >>> 32));
    }

    /** Fills {@code out} with seed words, {@code generate_state(out.length, uint32)} in NumPy. */
    public void generateState(int[] out) {
        generate(pool, out);
    }

    /**
     * The next {@code n} children, {@code spawn(n)} in NumPy. A later call gives further ones.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public SeedSequence[] spawn(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("spawn: " + n + " children; their number must not be negative");
        }
        SeedSequence[] children = new SeedSequence[n];
        for (int i = 0; i < n; i++) {
            int[] key = Arrays.copyOf(spawnKey, spawnKey.length + 1);
            key[spawnKey.length] = spawned++;
            children[i] = new SeedSequence(entropy, key);
        }
        return children;
    }

    static void requireSeed(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("seed " + seed + ": a seed must not be negative");
        }
    }

    /**
     * Hashes the first {@code count} words of {@code entropy} into {@code pool}.
     *
     * @param pool modified, of length {@link #POOL_SIZE}
     */
    static void mix(int[] entropy, int count, int[] pool) {
        int constant = INIT_A;
        for (int i = 0; i < POOL_SIZE; i++) {
            pool[i] = hash(i < count ? entropy[i] : 0, constant);
            constant *= MULTIPLIER_A;
        }
        for (int from = 0; from < POOL_SIZE; from++) {
            for (int to = 0; to < POOL_SIZE; to++) {
                if (from != to) {
                    pool[to] = combine(pool[to], hash(pool[from], constant));
                    constant *= MULTIPLIER_A;
                }
            }
        }
        for (int from = POOL_SIZE; from < count; from++) {
            for (int to = 0; to < POOL_SIZE; to++) {
                pool[to] = combine(pool[to], hash(entropy[from], constant));
                constant *= MULTIPLIER_A;
            }
        }
    }

    /**
     * Fills {@code out} with the seed words of a mixed pool.
     *
     * @param pool not modified
     * @param out modified
     */
    static void generate(int[] pool, int[] out) {
        int constant = INIT_B;
        for (int i = 0; i < out.length; i++) {
            int word = pool[i % POOL_SIZE] ^ constant;
            constant *= MULTIPLIER_B;
            word *= constant;
            out[i] = word ^ (word >>> 16);
        }
    }

    private static int hash(int word, int constant) {
        int h = (word ^ constant) * (constant * MULTIPLIER_A);
        return h ^ (h >>> 16);
    }

    private static int combine(int a, int b) {
        int c = MIX_LEFT * a - MIX_RIGHT * b;
        return c ^ (c >>> 16);
    }
}
