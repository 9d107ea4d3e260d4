package org.ascentrl.distribution;

import org.ascentrl.env.space.Actions;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * Real actions whose noise is a function of the state that stays for some steps. Of one state they are d independent
 * normal components, as those of a {@link DiagonalGaussian}; those of successive steps belong together. Not bounded: the
 * environment gets them clipped.
 *
 * @see <a href="https://arxiv.org/abs/2005.05719">Raffin et al. 2022, equations 6 to 9</a>
 */
public final class StateDependentGaussian implements Distribution {

    private final Tensor mean;
    private final StateDependentNoise noise;
    private final int memorySize;
    private final DiagonalGaussian ofOneStep;

    /**
     * @param mean [N, d]
     * @param features of the states [N, H]
     * @param logStd the logarithm of the deviation of each coefficient of the noise [H, d]
     * @param steps for how many steps the coefficients stay; 0 is for the whole episode
     */
    public StateDependentGaussian(Tensor mean, Tensor features, Tensor logStd, int steps, Tensors tensors) {
        this.mean = mean;
        noise = new StateDependentNoise(features, logStd, steps);
        memorySize = StateDependentNoise.memorySize(
                logStd.shape().extent(0), logStd.shape().extent(1));
        ofOneStep = new DiagonalGaussian(mean, noise.deviation(), tensors);
    }

    @Override
    public Tensor logProb(Actions actions) {
        return ofOneStep.logProb(actions);
    }

    @Override
    public Tensor entropy() {
        return ofOneStep.entropy();
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        sample(random, new float[out.rows() * memorySize], out);
    }

    @Override
    public void sample(RowRandom random, float[] memory, Actions out) {
        float[] mu = mean.toFloats();
        double[] offset = noise.sample(random, memory);
        for (int i = 0; i < mu.length; i++) {
            out.reals()[i] = DiagonalGaussian.finite((float) (mu[i] + offset[i]));
        }
    }

    @Override
    public void mode(Actions out) {
        ofOneStep.mode(out);
    }
}
