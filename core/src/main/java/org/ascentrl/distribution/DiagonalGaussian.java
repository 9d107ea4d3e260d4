package org.ascentrl.distribution;

import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Real actions of d independent normal components for each row. Not bounded: the environment gets them clipped. */
public final class DiagonalGaussian implements Distribution {

    private static final float HALF_LOG_2PI = (float) (0.5 * Math.log(2 * Math.PI));

    private final Tensor mean;
    private final Tensor logStd;
    private final Tensors tensors;

    /**
     * @param mean [N, d]
     * @param logStd the logarithm of the deviation, [d] or [N, d]
     */
    public DiagonalGaussian(Tensor mean, Tensor logStd, Tensors tensors) {
        this.mean = mean;
        this.logStd = logStd.broadcastTo(mean.shape());
        this.tensors = tensors;
    }

    /** Σ −½ ((a − μ) / σ)² − log σ − ½ log 2π */
    @Override
    public Tensor logProb(Actions actions) {
        Tensor a = tensors.of(actions.reals().clone(), mean.shape().toArray());
        Tensor z = a.sub(mean).mul(logStd.neg().exp());
        return z.square().mul(-0.5f).sub(logStd).add(-HALF_LOG_2PI).sum(1);
    }

    /** Σ ½ + ½ log 2π + log σ */
    @Override
    public Tensor entropy() {
        return logStd.add(0.5f + HALF_LOG_2PI).sum(1);
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        float[] mu = mean.toFloats();
        float[] log = logStd.toFloats();
        int d = out.realsPerRow();
        for (int i = 0; i < mu.length; i++) {
            double noise = random.row(i / d).nextGaussian();
            out.reals()[i] = finite((float) (mu[i] + Math.exp(log[i]) * noise));
        }
    }

    @Override
    public void mode(Actions out) {
        float[] mu = mean.toFloats();
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = finite(mu[i]);
        }
    }

    /** @throws DivergenceException if it is not finite */
    static float finite(float action) {
        if (!Float.isFinite(action)) {
            throw new DivergenceException("an action of the policy is " + action);
        }
        return action;
    }
}
