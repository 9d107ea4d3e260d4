package org.ascentrl.distribution;

import java.util.random.RandomGenerator;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Continuous actions with d independent normal components for each row. They are not bounded; the collector clips them
 * for the environment.
 *
 * <p>Within an episode, the noise may be a function of the state that stays the same for some steps ({@link
 * StateDependentNoise}). Given one state, the components are still independent and normal, but the actions of
 * successive steps are correlated.
 */
public final class DiagonalGaussian implements Distribution {

    private static final float HALF_LOG_2PI = (float) (0.5 * Math.log(2 * Math.PI));

    private final Tensor mean;
    private final Tensor logStd;
    private final @Nullable StateDependentNoise noise;
    private final Tensors tensors;

    /**
     * A distribution with independent noise in each step.
     *
     * @param mean μ [N, d]
     * @param logStd log σ, [d] or [N, d]
     */
    public DiagonalGaussian(Tensor mean, Tensor logStd, Tensors tensors) {
        this(mean, logStd, null, tensors);
    }

    /**
     * A distribution with state-dependent noise.
     *
     * @param mean μ [N, d]
     */
    public DiagonalGaussian(Tensor mean, StateDependentNoise noise, Tensors tensors) {
        this(mean, noise.logStd(), noise, tensors);
    }

    DiagonalGaussian(Tensor mean, Tensor logStd, @Nullable StateDependentNoise noise, Tensors tensors) {
        this.mean = mean;
        this.logStd = logStd.broadcastTo(mean.shape());
        this.noise = noise;
        this.tensors = tensors;
    }

    /** μ [N, d] */
    public Tensor mean() {
        return mean;
    }

    /** log σ [N, d] */
    public Tensor logStd() {
        return logStd;
    }

    /** Σ −½ ((a − μ) / σ)² − log σ − ½ log 2π */
    @Override
    public Tensor logProb(Actions actions) {
        Tensor a = tensors.of(actions.reals().clone(), mean.shape().toArray());
        return logDensity(standardized(a)).sum(1);
    }

    /** (a − μ) / σ of a [N, d] */
    Tensor standardized(Tensor a) {
        return a.sub(mean).mul(logStd.neg().exp());
    }

    /** −½ z² − log σ − ½ log 2π of each component z [N, d] */
    Tensor logDensity(Tensor z) {
        return z.square().mul(-0.5f).sub(logStd).add(-HALF_LOG_2PI);
    }

    /** Σ ½ + ½ log 2π + log σ */
    @Override
    public Tensor entropy() {
        return entropies().sum(1);
    }

    /** The entropies of the components [N, d] */
    Tensor entropies() {
        return logStd.add(0.5f + HALF_LOG_2PI);
    }

    /** Σ log σ' − log σ + (σ² + (μ − μ')²) / 2σ'² − ½, where μ' and σ' are those of {@code other} */
    @Override
    public Tensor kl(Distribution other) {
        DiagonalGaussian q = Distribution.alike(this, other);
        Tensor ratio = logStd.sub(q.logStd).mul(2).exp(); // σ² / σ'²  [N, d]
        Tensor distance = q.standardized(mean).square(); // (μ − μ')² / σ'²  [N, d]
        return q.logStd.sub(logStd).add(ratio.add(distance).affine(0.5f, -0.5f)).sum(1);
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        sample(random, new float[noise == null ? 0 : out.rows() * noise.memorySize()], out);
    }

    @Override
    public void sample(RowRandom random, float[] memory, Actions out) {
        float[] mu = mean.toFloats();
        double[] offset = noise(random, memory);
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = finite((float) (mu[i] + offset[i]));
        }
    }

    /** a − μ [N, d] for new actions a. */
    double[] noise(RowRandom random, float[] memory) {
        if (noise != null) {
            return noise.sample(random, memory);
        }
        double[] offset = logStd.toDoubles();
        int d = mean.shape().extent(1);
        for (int i = 0; i < offset.length; i++) {
            RandomGenerator row = random.row(i / d);
            offset[i] = Math.exp(offset[i]) * row.nextGaussian();
        }
        return offset;
    }

    @Override
    public void mode(Actions out) {
        float[] mu = mean.toFloats();
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = finite(mu[i]);
        }
    }

    private static float finite(float action) {
        if (!Float.isFinite(action)) {
            throw new DivergenceException("an action of the policy is " + action);
        }
        return action;
    }
}
