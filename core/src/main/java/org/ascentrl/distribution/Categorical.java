package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * One of A choices for each row, with probabilities softmax(logits); masked choices have probability 0.
 */
public final class Categorical implements Distribution {

    /** Far below any logit, yet finite: p log p is 0 where p is 0. */
    private static final float FORBIDDEN = -1e8f;

    private final Discrete space;
    private final Tensor logits;
    private final double[] cumulative;
    private @Nullable Tensor logProbs;

    /**
     * @param logits [N, A]
     * @param masks [N, A], the action masks
     * @throws IllegalArgumentException if a row has no valid action
     */
    public Categorical(Tensor logits, Masks masks, Discrete space, Tensors tensors) {
        this.space = space;
        cumulative = new double[space.n()];
        this.logits = masks.isAll() ? logits : masked(logits, masks, tensors);
    }

    private static Tensor masked(Tensor logits, Masks masks, Tensors tensors) {
        int choices = logits.shape().extent(1);
        float[] allowed = new float[logits.shape().size()];
        for (int row = 0; row < logits.shape().extent(0); row++) {
            boolean any = false;
            for (int choice = 0; choice < choices; choice++) {
                boolean allows = masks.allows(row, choice);
                any |= allows;
                allowed[row * choices + choice] = allows ? 1 : 0;
            }
            if (!any) {
                throw new IllegalArgumentException("the action mask of row " + row + " forbids all " + choices
                        + " choices; at least one must be allowed");
            }
        }
        return tensors.of(allowed, logits.shape().toArray()).where(logits, tensors.scalar(FORBIDDEN));
    }

    /** log π of every choice [N, A], from the logits by log-softmax. */
    public Tensor logProbs() {
        Tensor known = logProbs;
        if (known == null) {
            known = logits.logSoftmax();
            logProbs = known;
        }
        return known;
    }

    @Override
    public Tensor logProb(Actions actions) {
        return logProb(actions.integers());
    }

    /** @param elements of the space [N] */
    Tensor logProb(int[] elements) {
        return logProbs().gatherColumns(space.indices(elements));
    }

    /** −Σ π log π */
    @Override
    public Tensor entropy() {
        return logProbs().exp().mul(logProbs()).sum(1).neg();
    }

    /** Σ π (log π − log π') over the choices. A choice that only {@code other} masks contributes about 10⁸ π. */
    @Override
    public Tensor kl(Distribution other) {
        Tensor logRatio = logProbs().sub(Distribution.alike(this, other).logProbs());
        return logProbs().exp().mul(logRatio).sum(1);
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        float[] l = logits();
        for (int row = 0; row < out.rows(); row++) {
            out.integers()[row] = draw(l, row, random.row(row));
        }
    }

    @Override
    public void mode(Actions out) {
        float[] l = logits();
        for (int row = 0; row < out.rows(); row++) {
            out.integers()[row] = mostProbable(l, row);
        }
    }

    /** [N, A], row-major. */
    float[] logits() {
        return logits.toFloats();
    }

    /** An element for one row, by inversion of the cumulative distribution, in double. */
    int draw(float[] l, int row, RandomGenerator random) {
        int n = space.n();
        double max = l[row * n + argmax(l, row * n)];
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += Math.exp(l[row * n + i] - max);
            cumulative[i] = total;
        }
        double u = random.nextDouble() * total;
        int choice = 0;
        while (cumulative[choice] <= u) {
            choice++;
        }
        return space.start() + choice;
    }

    int mostProbable(float[] l, int row) {
        return space.start() + argmax(l, row * space.n());
    }

    /** Returns the index of the largest logit, the first of equal ones. */
    private int argmax(float[] l, int offset) {
        int best = 0;
        for (int i = 0; i < space.n(); i++) {
            if (l[offset + i] > l[offset + best] || Float.isNaN(l[offset + i])) {
                best = i;
            }
        }
        float largest = l[offset + best];
        if (!Float.isFinite(largest)) {
            throw new DivergenceException("a logit of the policy is " + largest);
        }
        return best;
    }
}
