package org.ascentrl.env.space;

import java.util.Arrays;
import org.ascentrl.random.NumpyGenerator;

/** Arrays of numbers between inclusive bounds, which may be infinite. Immutable. */
public final class Box implements Space {

    private static final float MAX_BYTE = 255;

    /** The type of the numbers, by Gymnasium's name. */
    public enum DType {
        FLOAT32,
        /** Whole numbers from 0 to 255, such as the pixels of an image. */
        UINT8
    }

    private final float[] low;
    private final float[] high;
    private final int[] shape;
    private final DType dtype;

    private Box(float[] low, float[] high, int[] shape, DType dtype) {
        this.low = low;
        this.high = high;
        this.shape = shape;
        this.dtype = dtype;
    }

    /**
     * Returns a box of vectors, with a lower and an upper bound for each number.
     *
     * @throws IllegalArgumentException if the lengths differ, a bound is NaN, a lower one exceeds its upper one, or no
     *     number lies between them
     */
    public static Box of(float[] low, float[] high) {
        return of(low, high, low.length);
    }

    /** Returns a box of arrays of the given shape, with the bounds in row-major order. */
    public static Box of(float[] low, float[] high, int... shape) {
        int size = size(shape);
        if (low.length != size || high.length != size) {
            throw new IllegalArgumentException("Box: " + low.length + " lower and " + high.length
                    + " upper bounds do not fit the shape " + Arrays.toString(shape));
        }
        for (int i = 0; i < size; i++) {
            if (!(low[i] <= high[i]) || low[i] == Float.POSITIVE_INFINITY || high[i] == Float.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("Box: no number lies between the bounds " + low[i] + " and "
                        + high[i] + " at " + i + "; the lower one must not exceed the upper one");
            }
        }
        return new Box(withoutNegativeZeros(low), withoutNegativeZeros(high), shape.clone(), DType.FLOAT32);
    }

    /** Returns a box of arrays of the given shape, with the same bounds for each number. */
    public static Box of(float low, float high, int... shape) {
        int size = size(shape);
        float[] lows = new float[size];
        float[] highs = new float[size];
        Arrays.fill(lows, low);
        Arrays.fill(highs, high);
        return of(lows, highs, shape);
    }

    /** Returns a box of byte arrays, such as images: Gymnasium's {@code Box(0, 255, shape, uint8)}. */
    public static Box bytes(int... shape) {
        Box box = of(0, MAX_BYTE, shape);
        return new Box(box.low, box.high, box.shape, DType.UINT8);
    }

    /**
     * Returns a box of the same type with other bounds and another shape.
     *
     * @throws IllegalArgumentException as {@link #of(float[], float[], int...)}
     */
    public Box with(float[] newLow, float[] newHigh, int... newShape) {
        Box box = of(newLow, newHigh, newShape);
        return new Box(box.low, box.high, box.shape, dtype);
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException(
                        "Box: shape " + Arrays.toString(shape) + "; each extent must be at least 1");
            }
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    /** Replaces −0.0 by 0.0, so that boxes with equal bounds are equal. */
    private static float[] withoutNegativeZeros(float[] bounds) {
        float[] copy = new float[bounds.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = bounds[i] + 0.0f;
        }
        return copy;
    }

    public int[] shape() {
        return shape.clone();
    }

    public DType dtype() {
        return dtype;
    }

    public float low(int i) {
        return low[i];
    }

    public float high(int i) {
        return high[i];
    }

    /** Returns {@code x} clipped to the bounds of number {@code i}. */
    public float clip(int i, float x) {
        return Math.min(Math.max(x, low[i]), high[i]);
    }

    @Override
    public int flatSize() {
        return low.length;
    }

    @Override
    public boolean containsFlat(float[] flat) {
        boolean inside = flat.length == low.length;
        for (int i = 0; inside && i < low.length; i++) {
            inside = contains(i, flat[i]);
        }
        return inside;
    }

    @Override
    public int integers() {
        return 0;
    }

    @Override
    public int reals() {
        return low.length;
    }

    @Override
    public int choices() {
        return 0;
    }

    @Override
    public boolean contains(Action action) {
        boolean inside = action.integers() == 0 && action.reals() == low.length;
        for (int i = 0; inside && i < low.length; i++) {
            inside = contains(i, action.real(i));
        }
        return inside;
    }

    private boolean contains(int i, float x) {
        return x >= low[i] && x <= high[i] && (dtype == DType.FLOAT32 || x == (int) x);
    }

    @Override
    public float[] flat(Action element) {
        Spaces.requireContained(this, element);
        float[] flat = new float[low.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = element.real(i);
        }
        return flat;
    }

    @Override
    public Action sample(NumpyGenerator random, boolean[] mask) {
        Spaces.requireMask(this, mask);
        return sample(random);
    }

    /**
     * Draws uniform numbers between two bounds, exponential ones from a single bound and normal ones without bounds; in
     * the order of these kinds, as Gymnasium does.
     */
    @Override
    public Action sample(NumpyGenerator random) {
        float[] sample = new float[low.length];
        for (int i = 0; i < sample.length; i++) {
            if (!below(i) && !above(i)) {
                sample[i] = (float) random.standardNormal();
            }
        }
        for (int i = 0; i < sample.length; i++) {
            if (below(i) && !above(i)) {
                sample[i] = (float) (random.standardExponential() + low[i]);
            }
        }
        for (int i = 0; i < sample.length; i++) {
            if (!below(i) && above(i)) {
                sample[i] = (float) (-random.standardExponential() + high[i]);
            }
        }
        for (int i = 0; i < sample.length; i++) {
            if (below(i) && above(i)) {
                sample[i] = dtype == DType.FLOAT32
                        ? (float) random.uniform(low[i], high[i])
                        : (float) Math.floor(random.uniform(low[i], high[i] + 1));
            }
        }
        return Action.of(sample);
    }

    private boolean below(int i) {
        return low[i] != Float.NEGATIVE_INFINITY;
    }

    private boolean above(int i) {
        return high[i] != Float.POSITIVE_INFINITY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box
                && Arrays.equals(low, box.low)
                && Arrays.equals(high, box.high)
                && Arrays.equals(shape, box.shape)
                && dtype == box.dtype;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    /** As {@code Box(-2.0, 2.0, [1])} or {@code Box(0.0, 255.0, [96, 96, 3], uint8)}; bounds that differ are listed. */
    @Override
    public String toString() {
        return "Box(" + bounds(low) + ", " + bounds(high) + ", " + Arrays.toString(shape)
                + (dtype == DType.UINT8 ? ", uint8)" : ")");
    }

    private static String bounds(float[] bounds) {
        for (float bound : bounds) {
            if (bound != bounds[0]) {
                return Arrays.toString(bounds);
            }
        }
        return Float.toString(bounds[0]);
    }
}
