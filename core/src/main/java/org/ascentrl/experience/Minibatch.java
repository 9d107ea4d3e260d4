package org.ascentrl.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.random.NumpyGenerator;

/** A minibatch of B rows of a rollout, in random order. */
public final class Minibatch {

    private final Rollout rollout;
    private final int[] rows;

    private Minibatch(Rollout rollout, int[] rows) {
        this.rollout = rollout;
        this.rows = rows;
    }

    /**
     * Splits all rows of {@code rollout}, in a new random order, into minibatches of {@code size} rows; the last has the
     * remainder.
     */
    public static List<Minibatch> shuffled(Rollout rollout, int size, NumpyGenerator random) {
        int[] order = new int[rollout.rows()];
        for (int i = 0; i < order.length; i++) {
            int j = (int) random.integers(0, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        List<Minibatch> minibatches = new ArrayList<>();
        for (int from = 0; from < order.length; from += size) {
            int to = Math.min(from + size, order.length);
            minibatches.add(new Minibatch(rollout, Arrays.copyOfRange(order, from, to)));
        }
        return minibatches;
    }

    /** B. */
    public int rows() {
        return rows.length;
    }

    /** [B], raw. */
    public Observations observations() {
        return rollout.observations().rows(rows);
    }

    /** [B]. */
    public Actions actions() {
        return rollout.actions().rows(rows);
    }

    /** [B, C]: the action masks. */
    public Masks masks() {
        return rollout.masks().rows(rows);
    }

    /** Selects the numbers of these rows [B] from those of all rows of the rollout [R]. */
    public double[] of(double[] perRow) {
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = perRow[rows[i]];
        }
        return chosen;
    }
}
