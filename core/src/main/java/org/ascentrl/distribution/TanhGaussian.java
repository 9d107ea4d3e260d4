package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A squashed Gaussian: bounded continuous actions a = tanh(u), where u is a {@link DiagonalGaussian}, and −1 and 1
 * stand for the bounds of the space. Densities are those of a in (−1, 1)^d, whatever the bounds.
 *
 * @see <a href="https://arxiv.org/abs/1801.01290">Haarnoja et al. 2018, appendix C</a>
 */
public final class TanhGaussian implements Reparameterized {

    private static final float MIN_LOG_STD = -20;
    private static final float MAX_LOG_STD = 2;
    private static final float TWO_LOG_2 = (float) (2 * Math.log(2));

    /** The largest float32 below 1, beyond which artanh is infinite. */
    private static final float ALMOST_ONE = Math.nextDown(1f);

    /** The number of standard deviations on each side of the mean over which log(1 − tanh² u) is integrated. */
    private static final double REACH = 6;

    private static final int NODES = 49;

    private final DiagonalGaussian normal;
    private final ActionRange range;
    private final Tensors tensors;
    private final int memorySize;

    /**
     * A distribution with independent noise in each step.
     *
     * @param mean of u [N, d]
     * @param logStd log σ of u, [d] or [N, d]; clamped to [−20, 2]
     */
    public TanhGaussian(Tensor mean, Tensor logStd, ActionRange range, Tensors tensors) {
        this(mean, logStd, null, range, tensors);
    }

    /**
     * A distribution where u has state-dependent noise.
     *
     * @param mean of u [N, d]
     */
    public TanhGaussian(Tensor mean, StateDependentNoise noise, ActionRange range, Tensors tensors) {
        this(mean, noise.logStd(), noise, range, tensors);
    }

    private TanhGaussian(
            Tensor mean, Tensor logStd, @Nullable StateDependentNoise noise, ActionRange range, Tensors tensors) {
        normal = new DiagonalGaussian(mean, logStd.clamp(MIN_LOG_STD, MAX_LOG_STD), noise, tensors);
        memorySize = noise == null ? 0 : noise.memorySize();
        this.range = range;
        this.tensors = tensors;
    }

    /** The distribution of u, before the actions are squashed. */
    public DiagonalGaussian normal() {
        return normal;
    }

    @Override
    public Sample sample(RandomGenerator random) {
        float[] noise = new float[normal.mean().shape().size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return sample(noise);
    }

    /** a = tanh(μ + σ ε), and Σ log N(u; μ, σ) − log(1 − a²), for given ε [N, d]. */
    Sample sample(float[] noise) {
        Tensor epsilon = tensors.of(noise, normal.mean().shape().toArray());
        Tensor u = normal.mean().add(normal.logStd().exp().mul(epsilon));
        return new Sample(u.tanh(), normal.logDensity(epsilon).sub(logSlope(u)).sum(1));
    }

    /** log(1 − tanh² u) = 2 (log 2 − u − softplus(−2u)), which neither overflows nor loses its digits. */
    private static Tensor logSlope(Tensor u) {
        return u.add(u.mul(-2).softplus()).affine(-2, TWO_LOG_2);
    }

    @Override
    public Tensor logProb(Actions actions) {
        Tensor a = range.scaled(actions, tensors).clamp(-ALMOST_ONE, ALMOST_ONE);
        Tensor u = a.add(1).log().sub(a.affine(-1, 1).log()).mul(0.5f); // artanh a
        return normal.logDensity(normal.standardized(u)).sub(logSlope(u)).sum(1);
    }

    /** The entropy of u and Σ E[ log(1 − tanh² u) ]; the integral by the trapezoidal rule, to about three digits. */
    @Override
    public Tensor entropy() {
        Tensor std = normal.logStd().exp();
        double step = 2 * REACH / (NODES - 1);
        Tensor total = normal.entropies();
        for (int i = 0; i < NODES; i++) {
            double z = -REACH + i * step;
            float weight = (float) (step * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI));
            total = total.add(logSlope(normal.mean().add(std.mul((float) z))).mul(weight));
        }
        return total.sum(1);
    }

    /** The divergence of the distributions of u: an invertible function such as tanh does not change it. */
    @Override
    public Tensor kl(Distribution other) {
        return normal.kl(Distribution.alike(this, other).normal);
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        sample(random, new float[out.rows() * memorySize], out);
    }

    @Override
    public void sample(RowRandom random, float[] memory, Actions out) {
        squash(normal.noise(random, memory), out);
    }

    /** Writes tanh μ, which is the tanh of the most probable u. */
    @Override
    public void mode(Actions out) {
        squash(new double[out.reals().length], out);
    }

    /** @param offset u − μ [N, d] */
    private void squash(double[] offset, Actions out) {
        float[] mu = normal.mean().toFloats();
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = range.unscaled(i % range.size(), Math.tanh(mu[i] + offset[i]));
        }
    }
}
