package org.ascentrl.env.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ascentrl.random.NumpyGenerator;

/** Several integers, each with a range of its own, such as the buttons and sticks of a controller. */
public final class MultiDiscrete implements Space {

    private final int[] n;
    private final int[] start;
    private final int choices;

    private MultiDiscrete(int[] n, int[] start) {
        this.n = n;
        this.start = start;
        choices = IntStream.of(n).reduce(0, Math::addExact);
    }

    /**
     * Integer i lies between 0 and n[i] − 1.
     *
     * @throws IllegalArgumentException if {@code n} is empty, or a number is less than 1
     */
    public static MultiDiscrete of(int... n) {
        return of(n, new int[n.length]);
    }

    /**
     * Integer i lies between start[i] and start[i] + n[i] − 1.
     *
     * @throws IllegalArgumentException if there is none, the lengths differ, one has no value, or the last value of one
     *     exceeds the integers
     */
    public static MultiDiscrete of(int[] n, int[] start) {
        if (n.length == 0 || n.length != start.length) {
            throw new IllegalArgumentException("MultiDiscrete: " + n.length + " sizes and " + start.length
                    + " starts; there must be as many of both, and at least one");
        }
        for (int i = 0; i < n.length; i++) {
            new Discrete(n[i], start[i]); // refuses what is none
        }
        return new MultiDiscrete(n.clone(), start.clone());
    }

    /** The number of values of integer {@code i}. */
    public int n(int i) {
        return n[i];
    }

    /** The first value of integer {@code i}. */
    public int start(int i) {
        return start[i];
    }

    @Override
    public int flatSize() {
        return choices;
    }

    @Override
    public boolean containsFlat(float[] flat) {
        boolean contained = flat.length == choices;
        int from = 0;
        for (int i = 0; contained && i < n.length; i++) {
            contained = Spaces.oneHot(flat, from, n[i]);
            from += n[i];
        }
        return contained;
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        float[] flat = new float[choices];
        int from = 0;
        for (int i = 0; i < n.length; i++) {
            flat[from + element.integer(i) - start[i]] = 1;
            from += n[i];
        }
        return flat;
    }

    @Override
    public int integers() {
        return n.length;
    }

    @Override
    public int reals() {
        return 0;
    }

    @Override
    public int choices() {
        return choices;
    }

    @Override
    public boolean contains(Action action) {
        boolean contained = action.integers() == n.length && action.reals() == 0;
        for (int i = 0; contained && i < n.length; i++) {
            int value = action.integer(i);
            contained = value >= start[i] && value <= start[i] + (n[i] - 1);
        }
        return contained;
    }

    @Override
    public Action sample(NumpyGenerator random) {
        int[] sample = new int[n.length];
        for (int i = 0; i < n.length; i++) {
            sample[i] = start[i] + (int) (random.random() * n[i]);
        }
        return Action.of(sample);
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        int[] sample = new int[n.length];
        int from = 0;
        for (int i = 0; i < n.length; i++) {
            sample[i] = start[i] + Spaces.allowed(random, mask, from, n[i]);
            from += n[i];
        }
        return Action.of(sample);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiDiscrete space && Arrays.equals(n, space.n) && Arrays.equals(start, space.start);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(n) + Arrays.hashCode(start);
    }

    /** As {@code MultiDiscrete([3, 2])}; starts that are not 0 are listed. */
    @Override
    public String toString() {
        boolean fromZero = IntStream.of(start).allMatch(first -> first == 0);
        return "MultiDiscrete(" + Arrays.toString(n) + (fromZero ? "" : ", start=" + Arrays.toString(start)) + ")";
    }
}
