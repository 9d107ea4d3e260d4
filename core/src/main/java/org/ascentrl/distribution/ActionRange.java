package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Space;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * Maps the bounds of a {@link Box} to [−1, 1]: bounded policies and the critics of continuous actions compute in [−1,
 * 1]^d, whatever the space. Immutable.
 */
public final class ActionRange {

    private final Box box;
    private final double[] middle;
    private final double[] half;

    private ActionRange(Box box) {
        this.box = box;
        middle = new double[box.flatSize()];
        half = new double[box.flatSize()];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = ((double) box.low(i) + box.high(i)) / 2;
            half[i] = ((double) box.high(i) - box.low(i)) / 2;
        }
    }

    /**
     * The range of an action space.
     *
     * @throws IllegalArgumentException if it is not a box with finite bounds, each lower one below its upper one
     */
    public static ActionRange of(Space actions) {
        if (!(actions instanceof Box box)) {
            throw new IllegalArgumentException("bounded policies act in a Box, not in " + actions
                    + "; take an algorithm for such actions, as ppo or dqn");
        }
        for (int i = 0; i < box.flatSize(); i++) {
            if (Float.isInfinite(box.low(i)) || Float.isInfinite(box.high(i)) || box.low(i) == box.high(i)) {
                throw new IllegalArgumentException("bounded policies act between two finite bounds, but number " + i
                        + " of " + actions + " has " + box.low(i) + " and " + box.high(i)
                        + "; give the action space other bounds, or take ppo, which needs none");
            }
        }
        return new ActionRange(box);
    }

    /** d, the number of components of an action. */
    public int size() {
        return middle.length;
    }

    /** Actions of the space, each component scaled to [−1, 1]. [N, d] */
    public Tensor scaled(Actions actions, Tensors tensors) {
        float[] scaled = new float[actions.reals().length];
        for (int i = 0; i < scaled.length; i++) {
            int k = i % middle.length;
            scaled[i] = (float) ((actions.reals()[i] - middle[k]) / half[k]);
        }
        return tensors.of(scaled, actions.rows(), middle.length);
    }

    /**
     * Component {@code i} of an action of the space.
     *
     * @param scaled in [−1, 1]; clipped if it is outside
     * @throws DivergenceException if it is NaN
     */
    public float unscaled(int i, double scaled) {
        if (Double.isNaN(scaled)) {
            throw new DivergenceException("an action of the policy is " + scaled);
        }
        return box.clip(i, (float) (middle[i] + half[i] * scaled));
    }

    /** Writes an action drawn uniformly at random to a row. */
    public void any(int row, RandomGenerator random, Actions out) {
        for (int i = 0; i < middle.length; i++) {
            out.reals()[row * middle.length + i] = unscaled(i, 2 * random.nextDouble() - 1);
        }
    }
}
