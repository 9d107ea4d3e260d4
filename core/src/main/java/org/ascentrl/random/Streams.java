package org.ascentrl.random;

import java.nio.charset.StandardCharsets;

/**
 * The named random streams of a run: each depends on the seed of the run and its own name, slot and episode, and on nothing
 * else, so neither on the order in which they are asked for nor on the number of threads.
 *
 * <p>Each stream is the {@link SeedSequence} of these words, every integer as its low 32 bits, then its high 32 bits: the
 * seed of the run; the hash of the name, which is FNV-1a with 64 bits over its UTF-8 bytes; and for the streams of an
 * episode the slot (one word) and the episode's number. Immutable and thread-safe.
 */
public final class Streams {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int EPISODE_WORDS = 7;

    private static final long ACT = hash("act");
    private static final long ENVIRONMENT = hash("environment");
    private static final long EVALUATION = hash("evaluation");

    private final long runSeed;

    /**
     * The streams of a run.
     *
     * @throws IllegalArgumentException if the seed is negative
     */
    public Streams(long runSeed) {
        SeedSequence.requireSeed(runSeed);
        this.runSeed = runSeed;
    }

    /**
     * A new generator at the beginning of the stream of that name, for example {@code init}, {@code minibatch} or
     * {@code replay}. Asking twice gives two equal generators: keep the one you draw from.
     */
    public NumpyGenerator stream(String name) {
        long hash = hash(name);
        return new NumpyGenerator(
                new SeedSequence((int) runSeed, (int) (runSeed >>> 32), (int) hash, (int) (hash >>> 32)));
    }

    /**
     * Takes {@code target} to the beginning of the stream from which the actor of a slot draws in one episode. Allocates
     * nothing.
     *
     * @param target modified
     * @throws IllegalArgumentException if the slot or the episode is negative
     */
    public void reseedAct(NumpyGenerator target, int slot, long episode) {
        requireEpisode(slot, episode);
        target.reseed(runSeed, ACT, slot, episode);
    }

    /**
     * The seed that a slot's environment is reset with for a training episode: from 0 to 2<sup>53</sup> − 1, so that a
     * reader of JSON that takes numbers for doubles keeps it. Among a million episodes two share a seed with probability
     * 6·10<sup>−5</sup>.
     *
     * @throws IllegalArgumentException if the slot or the episode is negative
     */
    public long episodeSeed(int slot, long episode) {
        requireEpisode(slot, episode);
        return seed(ENVIRONMENT, slot, episode);
    }

    /**
     * The seed of an evaluation episode, in the same range as {@link #episodeSeed} and derived under another name.
     *
     * @throws IllegalArgumentException if the episode is negative
     */
    public long evaluationSeed(long episode) {
        requireEpisode(0, episode);
        return seed(EVALUATION, 0, episode);
    }

    private long seed(long name, int slot, long episode) {
        int[] words = new int[EPISODE_WORDS];
        int[] pool = new int[SeedSequence.POOL_SIZE];
        int[] seed = new int[2];
        SeedSequence.mix(words, entropy(runSeed, name, slot, episode, words), pool);
        SeedSequence.generate(pool, seed);
        return (Integer.toUnsignedLong(seed[0]) | ((long) seed[1] << 32)) >>> 11;
    }

    /** Writes the entropy of an episode's stream to the beginning of {@code words}; gives the number of words. */
    static int entropy(long runSeed, long name, int slot, long episode, int[] words) {
        words[0] = (int) runSeed;
        words[1] = (int) (runSeed >>> 32);
        words[2] = (int) name;
        words[3] = (int) (name >>> 32);
        words[4] = slot;
        words[5] = (int) episode;
        words[6] = (int) (episode >>> 32);
        return EPISODE_WORDS;
    }

    private static void requireEpisode(int slot, long episode) {
        if (slot < 0 || episode < 0) {
            throw new IllegalArgumentException(
                    "slot " + slot + ", episode " + episode + ": both count from 0 and must not be negative");
        }
    }

    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
