package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Real actions between bounds: a = tanh(u), where u has d independent normal components for each row, and −1 and 1 stand
 * for the bounds of the space. Densities are those of a in (−1, 1)^d, whatever the bounds.
 *
 * @see <a href="https://arxiv.org/abs/1801.01290">Haarnoja et al. 2018, appendix C</a>
 */
public final class TanhGaussian implements Reparameterized {

    private static final float MIN_LOG_STD = -20;
    private static final float MAX_LOG_STD = 2;
    private static final float HALF_LOG_2PI = (float) (0.5 * Math.log(2 * Math.PI));
    private static final float TWO_LOG_2 = (float) (2 * Math.log(2));

    /** The largest float32 below 1: further out u is not known. */
    private static final float ALMOST_ONE = Math.nextDown(1f);

    /** Where the normal density is taken to integrate log(1 − tanh² u): in steps, as far as ±{@value} deviations. */
    private static final double REACH = 6;

    private static final int NODES = 49;

    private final Tensor mean;
    private final Tensor logStd;
    private final ActionRange range;
    private final Tensors tensors;
    private final @Nullable StateDependentNoise noise;

    /**
     * @param mean of u [N, d]
     * @param logStd the logarithm of the deviation of u, [d] or [N, d]; taken from −20 to 2
     */
    public TanhGaussian(Tensor mean, Tensor logStd, ActionRange range, Tensors tensors) {
        this(mean, logStd, null, range, tensors);
    }

    /** Along an episode, u gets noise that is a function of the state. */
    public TanhGaussian(Tensor mean, StateDependentNoise noise, ActionRange range, Tensors tensors) {
        this(mean, noise.deviation(), noise, range, tensors);
    }

    private TanhGaussian(
            Tensor mean, Tensor logStd, @Nullable StateDependentNoise noise, ActionRange range, Tensors tensors) {
        this.mean = mean;
        this.logStd = logStd.clamp(MIN_LOG_STD, MAX_LOG_STD).broadcastTo(mean.shape());
        this.noise = noise;
        this.range = range;
        this.tensors = tensors;
    }

    @Override
    public Sample sample(RandomGenerator random) {
        float[] noise = new float[mean.shape().size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return sample(noise);
    }

    /** a = tanh(μ + σ ε), and Σ log N(u; μ, σ) − log(1 − a²), for given ε [N, d]. */
    Sample sample(float[] noise) {
        Tensor epsilon = tensors.of(noise, mean.shape().toArray());
        Tensor u = mean.add(logStd.exp().mul(epsilon));
        return new Sample(u.tanh(), logNormal(epsilon).sub(logSlope(u)).sum(1));
    }

    /** −½ z² − log σ − ½ log 2π, for each component. */
    private Tensor logNormal(Tensor z) {
        return z.square().mul(-0.5f).sub(logStd).add(-HALF_LOG_2PI);
    }

    /** log(1 − tanh² u) = 2 (log 2 − u − softplus(−2u)), which neither overflows nor loses its digits. */
    private static Tensor logSlope(Tensor u) {
        return u.add(u.mul(-2).softplus()).affine(-2, TWO_LOG_2);
    }

    @Override
    public Tensor logProb(Actions actions) {
        Tensor a = range.scaled(actions, tensors).clamp(-ALMOST_ONE, ALMOST_ONE);
        Tensor u = a.add(1).log().sub(a.affine(-1, 1).log()).mul(0.5f); // artanh a
        Tensor z = u.sub(mean).mul(logStd.neg().exp());
        return logNormal(z).sub(logSlope(u)).sum(1);
    }

    /** That of the normal u and Σ E[ log(1 − tanh² u) ]; the integral by the trapezoidal rule, to about three digits. */
    @Override
    public Tensor entropy() {
        Tensor deviation = logStd.exp();
        double step = 2 * REACH / (NODES - 1);
        Tensor total = logStd.add(0.5f + HALF_LOG_2PI);
        for (int i = 0; i < NODES; i++) {
            double z = -REACH + i * step;
            float weight = (float) (step * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI));
            total = total.add(logSlope(mean.add(deviation.mul((float) z))).mul(weight));
        }
        return total.sum(1);
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        sample(random, new float[noise == null ? 0 : out.rows() * noise.memorySize()], out);
    }

    @Override
    public void sample(RowRandom random, float[] memory, Actions out) {
        float[] mu = mean.toFloats();
        double[] offset = noise == null ? independent(random) : noise.sample(random, memory);
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = range.unscaled(i % range.size(), Math.tanh(mu[i] + offset[i]));
        }
    }

    private double[] independent(RowRandom random) {
        double[] offset = logStd.toDoubles();
        for (int i = 0; i < offset.length; i++) {
            offset[i] = Math.exp(offset[i]) * random.row(i / range.size()).nextGaussian();
        }
        return offset;
    }

    /** tanh μ: what the most probable u gives. */
    @Override
    public void mode(Actions out) {
        float[] mu = mean.toFloats();
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = range.unscaled(i % range.size(), Math.tanh(mu[i]));
        }
    }
}
