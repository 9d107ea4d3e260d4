package org.ascentrl.env.space;

import org.ascentrl.random.NumpyGenerator;

/**
 * Several bits, each an integer 0 or 1. An action mask has two entries for each bit, one for 0 and one for 1.
 *
 * @param n the number of bits, at least 1
 */
public record MultiBinary(int n) implements Space {

    public MultiBinary {
        if (n < 1 || n > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "MultiBinary: n must be between 1 and " + Integer.MAX_VALUE / 2 + ", not " + n);
        }
    }

    @Override
    public int flatSize() {
        return n;
    }

    @Override
    public boolean containsFlat(float[] flat) {
        boolean contained = flat.length == n;
        for (int i = 0; contained && i < n; i++) {
            contained = flat[i] == 0 || flat[i] == 1;
        }
        return contained;
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        float[] flat = new float[n];
        for (int i = 0; i < n; i++) {
            flat[i] = element.integer(i);
        }
        return flat;
    }

    @Override
    public int integers() {
        return n;
    }

    @Override
    public int reals() {
        return 0;
    }

    @Override
    public int choices() {
        return 2 * n;
    }

    @Override
    public boolean contains(Action action) {
        boolean contained = action.integers() == n && action.reals() == 0;
        for (int i = 0; contained && i < n; i++) {
            contained = action.integer(i) == 0 || action.integer(i) == 1;
        }
        return contained;
    }

    /** Takes four bits from each 32-bit draw, the highest of its bytes, as NumPy draws bytes below 2. */
    @Override
    public Action sample(NumpyGenerator random) {
        int[] sample = new int[n];
        int bytes = 0;
        for (int i = 0; i < n; i++) {
            bytes = i % 4 == 0 ? random.nextInt() : bytes >>> 8;
            sample[i] = bytes >>> 7 & 1;
        }
        return Action.of(sample);
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        int[] sample = new int[n];
        for (int i = 0; i < n; i++) {
            sample[i] = Spaces.allowed(random, mask, 2 * i, 2);
        }
        return Action.of(sample);
    }

    @Override
    public String toString() {
        return "MultiBinary(" + n + ")";
    }
}
