package org.ascentrl.distribution;

import org.ascentrl.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The best of several values. */
public final class Greedy {

    private Greedy() {}

    /**
     * argmax over the allowed columns of each row, the first of equals.
     *
     * @param values [N, A]
     * @param masks [N, A], what is allowed; null if everything is
     * @return [N]
     * @throws IllegalArgumentException if a row allows nothing
     * @throws ArithmeticException if a value is not finite
     */
    public static int[] actions(Tensor values, boolean @Nullable [] masks) {
        float[] q = values.toFloats();
        int[] best = new int[values.shape().extent(0)];
        for (int row = 0; row < best.length; row++) {
            best[row] = action(q, masks, row, q.length / best.length);
        }
        return best;
    }

    public static int action(float[] q, boolean @Nullable [] masks, int row, int choices) {
        int best = -1;
        for (int i = row * choices; i < (row + 1) * choices; i++) {
            if (!Float.isFinite(q[i])) {
                throw new ArithmeticException("the value of an action is " + q[i]
                        + ": training diverged. Try a lower learning rate, or clip the gradient");
            }
            if ((masks == null || masks[i]) && (best < 0 || q[i] > q[best])) {
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
