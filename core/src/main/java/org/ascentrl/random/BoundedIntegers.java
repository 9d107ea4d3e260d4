package org.ascentrl.random;

/** Uniform integers below a bound by the two methods that NumPy uses, drawing from the generator in its order. */
final class BoundedIntegers {

    private static final long MASK_32 = 0xffff_ffffL;

    private BoundedIntegers() {}

    /**
     * Uniform on [0, range), by multiplication: D. Lemire, <em>Fast random integer generation in an interval</em>, 2019,
     * algorithm 5. Takes 32-bit draws for ranges up to 2<sup>32</sup>, 64-bit draws for larger ones, none for a range of 1.
     *
     * @param range unsigned, not 0
     */
    static long multiplied(NumpyGenerator random, long range) {
        if (range >>> 32 == 0) {
            return range == 1 ? 0 : multiplied32(random, range);
        }
        if (range == 1L << 32) {
            return random.nextInt() & MASK_32;
        }
        return multiplied64(random, range);
    }

    private static long multiplied32(NumpyGenerator random, long range) {
        long product = (random.nextInt() & MASK_32) * range;
        if ((product & MASK_32) < range) {
            long threshold = ((1L << 32) - range) % range;
            while ((product & MASK_32) < threshold) {
                product = (random.nextInt() & MASK_32) * range;
            }
        }
        return product >>> 32;
    }

    private static long multiplied64(NumpyGenerator random, long range) {
        long word = random.nextLong();
        if (Long.compareUnsigned(word * range, range) < 0) {
            long threshold = Long.remainderUnsigned(-range, range); // −range is 2^64 − range, unsigned
            while (Long.compareUnsigned(word * range, threshold) < 0) {
                word = random.nextLong();
            }
        }
        return Math.multiplyHigh(word, range) + ((word >> 63) & range) + ((range >> 63) & word);
    }

    /**
     * Uniform on [0, last], by rejection: as many low bits as {@code last} has, until they are not above it.
     *
     * @param last positive
     */
    static int masked(NumpyGenerator random, int last) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(last);
        int draw = random.nextInt() & mask;
        while (draw > last) {
            draw = random.nextInt() & mask;
        }
        return draw;
    }
}
