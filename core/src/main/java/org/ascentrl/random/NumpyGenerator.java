package org.ascentrl.random;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.jspecify.annotations.Nullable;

/**
 * The generator behind NumPy's {@code numpy.random.default_rng(seed)}: the same seed gives the same numbers, to the last
 * bit. It is PCG64, the XSL-RR output of a 128-bit linear congruential generator (M. O'Neill, <em>PCG: A family of simple
 * fast space-efficient statistically good algorithms for random number generation</em>, 2014), seeded by
 * {@link SeedSequence}.
 *
 * <p>Methods named as in NumPy give what NumPy gives. The methods of {@link RandomGenerator} are defined by them: bounded
 * integers are {@link #integers}, {@link #nextGaussian()} is {@link #standardNormal()}.
 *
 * <p>Not thread-safe.
 */
public final class NumpyGenerator implements RandomGenerator, Stateful {

    private static final long NO_SEED = -1;

    private final Pcg64 engine = new Pcg64();
    private final int[] words = new int[Pcg64.SEED_WORDS];
    private final int[] pool = new int[SeedSequence.POOL_SIZE];

    private long seed;
    private @Nullable SeedSequence sequence;

    /** Returns a generator with a random seed, as {@code default_rng()} without arguments. */
    public static NumpyGenerator unseeded() {
        return new NumpyGenerator(new SplittableRandom().nextLong() >>> 1);
    }

    /**
     * The generator {@code default_rng(seed)}.
     *
     * @throws IllegalArgumentException if the seed is negative
     */
    public NumpyGenerator(long seed) {
        reseed(seed);
    }

    /** The generator {@code default_rng(sequence)}; {@link #spawn} counts on in that sequence. */
    public NumpyGenerator(SeedSequence sequence) {
        this.sequence = sequence;
        this.seed = NO_SEED;
        sequence.generateState(words);
        engine.start(words);
    }

    /**
     * Makes this generator equal to a new one of that seed. Allocates nothing.
     *
     * @throws IllegalArgumentException if the seed is negative
     */
    public void reseed(long seed) {
        SeedSequence.requireSeed(seed);
        this.seed = seed;
        words[0] = (int) seed;
        words[1] = (int) (seed >>> 32);
        reseed(2);
    }

    /** Reseeds with the entropy of a named stream, see {@link Streams}. Allocates nothing. */
    void reseed(long runSeed, long name, int slot, long episode) {
        this.seed = NO_SEED;
        reseed(Streams.entropy(runSeed, name, slot, episode, words));
    }

    private void reseed(int entropyWords) {
        sequence = null;
        SeedSequence.mix(words, entropyWords, pool);
        SeedSequence.generate(pool, words);
        engine.start(words);
    }

    /**
     * Independent generators, {@code spawn(n)} in NumPy: those of the next {@code n} children of the seed sequence.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IllegalStateException if this generator's seed is not known: its state was restored, or set by {@link
     *     Streams#reseedAct}
     */
    public NumpyGenerator[] spawn(int n) {
        if (engine.restored() || (sequence == null && seed == NO_SEED)) {
            throw new IllegalStateException(
                    "spawn: the seed of this generator is not known, because its state was restored or set"
                            + " by Streams.reseedAct; make a generator from a seed, or reseed this one");
        }
        if (sequence == null) {
            sequence = SeedSequence.of(seed);
        }
        SeedSequence[] children = sequence.spawn(n);
        NumpyGenerator[] generators = new NumpyGenerator[n];
        for (int i = 0; i < n; i++) {
            generators[i] = new NumpyGenerator(children[i]);
        }
        return generators;
    }

    /** The next raw 64-bit word, {@code bit_generator.random_raw()} in NumPy. */
    @Override
    public long nextLong() {
        return engine.nextLong();
    }

    /** The next 32 bits: the low half of a raw word, then its high half, which is kept for the next call. */
    @Override
    public int nextInt() {
        return engine.nextInt();
    }

    /** Uniform on [0, 1): a multiple of 2<sup>−53</sup>. */
    public double random() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** {@inheritDoc} It is {@link #random()}. */
    @Override
    public double nextDouble() {
        return random();
    }

    /** Uniform on [0, 1): a multiple of 2<sup>−24</sup>, {@code random(dtype=float32)} in NumPy. */
    @Override
    public float nextFloat() {
        return (nextInt() >>> 8) * 0x1.0p-24f;
    }

    /** {@inheritDoc} True where {@code integers(0, 2)} would be 1. */
    @Override
    public boolean nextBoolean() {
        return nextInt() < 0;
    }

    /**
     * Uniform on [low, high): low + (high − low)·{@link #random()}, which rounding may take to {@code high}.
     *
     * @throws IllegalArgumentException if high − low is negative or not finite
     */
    public double uniform(double low, double high) {
        double range = high - low;
        if (!(range >= 0 && range < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("uniform: low " + low + ", high " + high
                    + "; both must be finite, their difference too, and high not less than low");
        }
        return low + range * random();
    }

    /**
     * A uniform integer of [low, high), {@code integers(low, high)} in NumPy: from 32-bit draws where the range fits,
     * else from 64-bit draws. A range of one value draws nothing.
     *
     * @param high exclusive
     * @throws IllegalArgumentException if {@code high} is not greater than {@code low}
     */
    public long integers(long low, long high) {
        if (high <= low) {
            throw new IllegalArgumentException(
                    "integers: low " + low + ", high " + high + "; high is exclusive and must be greater than low");
        }
        return low + BoundedIntegers.multiplied(this, high - low);
    }

    /** {@inheritDoc} It is {@code integers(0, bound)}. */
    @Override
    public int nextInt(int bound) {
        return (int) integers(0, bound);
    }

    /** {@inheritDoc} It is {@code integers(origin, bound)}. */
    @Override
    public int nextInt(int origin, int bound) {
        return (int) integers(origin, bound);
    }

    /** {@inheritDoc} It is {@code integers(0, bound)}, and so takes 32 bits where they suffice. */
    @Override
    public long nextLong(long bound) {
        return integers(0, bound);
    }

    /** {@inheritDoc} It is {@code integers(origin, bound)}, and so takes 32 bits where they suffice. */
    @Override
    public long nextLong(long origin, long bound) {
        return integers(origin, bound);
    }

    /**
     * Standard normal. In the tail, |x| &gt; 3.65, once in 3,900 draws, the last bit depends on the {@code log1p} of the C
     * library that NumPy runs on; here it is {@link StrictMath#log1p}.
     */
    public double standardNormal() {
        return NormalZiggurat.sample(this);
    }

    /** {@inheritDoc} It is {@link #standardNormal()}. */
    @Override
    public double nextGaussian() {
        return standardNormal();
    }

    /**
     * Normal: mean + std·{@link #standardNormal()}.
     *
     * @throws IllegalArgumentException if the standard deviation is negative or not a number
     */
    public double normal(double mean, double std) {
        if (!(std >= 0)) {
            throw new IllegalArgumentException("normal: standard deviation " + std + "; it must not be negative");
        }
        return mean + std * standardNormal();
    }

    /** {@inheritDoc} It is {@link #normal}. */
    @Override
    public double nextGaussian(double mean, double stddev) {
        return normal(mean, stddev);
    }

    /** Exponential of mean 1. What {@link #standardNormal()} says of its tail holds here for x &gt; 7.69. */
    public double standardExponential() {
        return ExponentialZiggurat.sample(this);
    }

    /** {@inheritDoc} It is {@link #standardExponential()}. */
    @Override
    public double nextExponential() {
        return standardExponential();
    }

    /**
     * Exponential of mean {@code scale}: scale·{@link #standardExponential()}.
     *
     * @throws IllegalArgumentException if the scale is negative or not a number
     */
    public double exponential(double scale) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("exponential: scale " + scale + "; it must not be negative");
        }
        return scale * standardExponential();
    }

    /**
     * Poisson of mean {@code mean}, {@code poisson(lam)} in NumPy. For means above about 10<sup>9</sup> the rounding of
     * logarithms in the C library that NumPy runs on decides some draws; here it is {@link StrictMath#log}.
     *
     * @param mean λ, from 0 to about 9.22·10<sup>18</sup>; 0 draws nothing
     * @return a number that is not negative
     * @throws IllegalArgumentException if the mean is negative, not a number, or too large for numbers of 64 bits
     */
    public long poisson(double mean) {
        if (!(mean >= 0 && mean <= Poisson.MAX_MEAN)) {
            throw new IllegalArgumentException("poisson: mean " + mean + "; it must be from 0 to " + Poisson.MAX_MEAN);
        }
        return Poisson.sample(this, mean);
    }

    /**
     * Shuffles in place, {@code shuffle(a)} in NumPy on an array of one axis: from the last position down, each takes the
     * element of a random position up to its own, drawn by masked rejection.
     *
     * @param a modified
     */
    public void shuffle(int[] a) {
        for (int i = a.length - 1; i > 0; i--) {
            int j = BoundedIntegers.masked(this, i);
            int swapped = a[i];
            a[i] = a[j];
            a[j] = swapped;
        }
    }

    /**
     * The integers from 0 to n − 1 in random order, {@code permutation(n)} in NumPy.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("permutation: " + n + " elements; their number must not be negative");
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /**
     * {@inheritDoc} Two words each, high before low: PCG64's state and its increment; then whether 32 bits are buffered, and
     * which. The seed is not among them: a restored generator goes on to the bit, but cannot {@link #spawn}.
     */
    @Override
    public void state(State s) {
        engine.state(s);
    }
}
