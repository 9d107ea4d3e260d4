package org.ascentrl.env.space;

import org.ascentrl.random.NumpyGenerator;

/**
 * The integers from {@code start} to {@code start + n − 1}.
 *
 * @param n the number of integers, at least 1
 * @param start the first integer
 */
public record Discrete(int n, int start) implements Space {

    public Discrete {
        if (n < 1) {
            throw new IllegalArgumentException("Discrete: n must be at least 1, not " + n);
        }
        if (start > Integer.MAX_VALUE - n + 1) {
            throw new IllegalArgumentException("Discrete: the last of " + n + " integers from " + start
                    + " would exceed " + Integer.MAX_VALUE + "; lower start or n");
        }
    }

    public Discrete(int n) {
        this(n, 0);
    }

    @Override
    public int flatSize() {
        return n;
    }

    @Override
    public boolean containsFlat(float[] flat) {
        return flat.length == n && Spaces.oneHot(flat, 0, n);
    }

    @Override
    public int integers() {
        return 1;
    }

    @Override
    public int reals() {
        return 0;
    }

    @Override
    public int choices() {
        return n;
    }

    /** Returns the index of each element, from 0: the element minus {@code start}. */
    public int[] indices(int[] elements) {
        int[] indices = elements.clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] -= start;
        }
        return indices;
    }

    @Override
    public boolean contains(Action action) {
        return action.integers() == 1
                && action.reals() == 0
                && action.integer(0) >= start
                && action.integer(0) <= start + (n - 1);
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        float[] flat = new float[n];
        flat[element.integer(0) - start] = 1;
        return flat;
    }

    @Override
    public Action sample(NumpyGenerator random) {
        return Action.of((int) (start + random.integers(0, n)));
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        return Action.of(start + Spaces.allowed(random, mask, 0, n));
    }

    @Override
    public String toString() {
        return start == 0 ? "Discrete(" + n + ")" : "Discrete(" + n + ", start=" + start + ")";
    }
}
