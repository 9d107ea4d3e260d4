package org.ascentrl.distribution;

import org.ascentrl.env.space.Masks;
import org.ascentrl.tensor.Tensor;

/** Greedy choices among the values of actions. */
public final class Greedy {

    private Greedy() {}

    /**
     * Returns the argmax over the valid actions of each row, the first of equal values.
     *
     * @param values [N, A]
     * @param masks [N, A], the allowed actions
     * @return [N]
     * @throws IllegalArgumentException if a row has no valid action
     * @throws DivergenceException if a value is not finite
     */
    public static int[] argmax(Tensor values, Masks masks) {
        float[] q = values.toFloats();
        int[] best = new int[values.shape().extent(0)];
        for (int row = 0; row < best.length; row++) {
            best[row] = argmax(q, masks, row, q.length / best.length);
        }
        return best;
    }

    /**
     * Returns the argmax over the valid actions of one row, the first of equal values.
     *
     * @param q [N, A], row-major
     * @param masks [N, A], the allowed actions
     * @param choices A
     * @throws IllegalArgumentException if the row has no valid action
     * @throws DivergenceException if a value is not finite
     */
    public static int argmax(float[] q, Masks masks, int row, int choices) {
        int best = -1;
        for (int i = row * choices; i < (row + 1) * choices; i++) {
            if (!Float.isFinite(q[i])) {
                throw new DivergenceException("the value of an action is " + q[i]);
            }
            if (masks.allows(row, i - row * choices) && (best < 0 || q[i] > q[best])) {
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("the action mask of row " + row + " forbids all " + choices
                    + " choices; at least one must be allowed");
        }
        return best - row * choices;
    }
}
