package org.ascentrl.env.wrapper;

import java.util.Arrays;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Box;
import org.ascentrl.settings.Setting;

/**
 * Stacks the last n observations along a new first axis, the oldest first, as Gymnasium's {@code FrameStackObservation}
 * does. At the start of an episode, missing observations are padded.
 */
public final class FrameStack extends ObservationWrapper {

    /** The options. */
    public record Settings(
            @Setting(value = "number of observations to stack", min = 1)
            int stackSize,

            @Setting("padding at the start of an episode: copies of the first observation, or zeros")
            Padding paddingType) {}

    /** The padding for observations before the first. */
    public enum Padding {
        /** The first observation. */
        RESET,
        /** Zeros, clipped to the bounds of the space. */
        ZERO
    }

    private final int features;
    private final Padding padding;
    private final float[] zero;
    private final float[] stack;

    /**
     * @param stackSize n, the number of observations, at least 1
     * @throws IllegalArgumentException if the observation space is not a box
     */
    public FrameStack(Environment inner, int stackSize, Padding padding) {
        super(inner, stacked(inner, stackSize));
        Box box = (Box) inner.spec().observationSpace();
        features = box.flatSize();
        this.padding = padding;
        zero = new float[features];
        for (int i = 0; i < features; i++) {
            zero[i] = box.clip(i, 0);
        }
        stack = new float[stackSize * features];
    }

    private static Box stacked(Environment inner, int stackSize) {
        if (stackSize < 1) {
            throw new IllegalArgumentException("FrameStack: stack-size must be at least 1, not " + stackSize);
        }
        if (!(inner.spec().observationSpace() instanceof Box box)) {
            throw new IllegalArgumentException("FrameStack is for environments whose observations are a Box; those of "
                    + inner.spec().id() + " are " + inner.spec().observationSpace());
        }
        int size = box.flatSize();
        float[] low = new float[stackSize * size];
        float[] high = new float[stackSize * size];
        for (int i = 0; i < low.length; i++) {
            low[i] = box.low(i % size);
            high[i] = box.high(i % size);
        }
        int[] shape = new int[box.shape().length + 1];
        shape[0] = stackSize;
        System.arraycopy(box.shape(), 0, shape, 1, shape.length - 1);
        return box.with(low, high, shape);
    }

    @Override
    protected float[] first(float[] observation) {
        float[] before = padding == Padding.ZERO ? zero : observation;
        for (int at = 0; at < stack.length; at += features) {
            System.arraycopy(before, 0, stack, at, features);
        }
        return shown(observation);
    }

    @Override
    protected float[] next(float[] observation) {
        System.arraycopy(stack, features, stack, 0, stack.length - features);
        return shown(observation);
    }

    private float[] shown(float[] observation) {
        System.arraycopy(observation, 0, stack, stack.length - features, features);
        return Arrays.copyOf(stack, stack.length);
    }
}
