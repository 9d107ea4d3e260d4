package org.ascentrl.distribution;

import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;

/** A distribution over actions for each of N rows. */
public interface Distribution {

    /** log π(a|s) of the given actions, for continuous ones the log-density. [N] */
    Tensor logProb(Actions actions);

    /** The entropy in nats, for continuous actions the differential one. [N] */
    Tensor entropy();

    /**
     * The Kullback-Leibler divergence of {@code other} from this distribution, E[ log π(a|s) − log π'(a|s) ] over the
     * actions a of this one, in nats. [N]
     *
     * @throws IllegalArgumentException if {@code other} is not of the same kind
     */
    Tensor kl(Distribution other);

    /** Draws an action for each row, on the host, from that row's stream. */
    void sample(RowRandom random, Actions out);

    /**
     * Draws an action for each row within an episode, with noise that may continue from earlier steps.
     *
     * @param memory [N, M], the noise of earlier steps, zero where an episode starts; changed
     */
    default void sample(RowRandom random, float[] memory, Actions out) {
        sample(random, out);
    }

    /** The most probable action of each row. */
    void mode(Actions out);

    /**
     * Returns {@code q} as of the kind of {@code p}.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    static <D extends Distribution> D alike(D p, Distribution q) {
        if (p.getClass() != q.getClass()) {
            throw new IllegalArgumentException("kl: a " + p.getClass().getSimpleName() + " and a "
                    + q.getClass().getSimpleName() + " cannot be compared; both must be of the same kind");
        }
        @SuppressWarnings("unchecked") // checked above
        D other = (D) q;
        return other;
    }
}
