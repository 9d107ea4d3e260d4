package org.ascentrl.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;

/**
 * Noise of continuous actions that is a function of the state, the same function for some steps: generalized
 * state-dependent exploration (gSDE).
 *
 * <p>noise_k(s) = Σ_h f_h(s) σ_hk ε_hk, where f(s) are H features of the state, and ε ~ N(0, 1) is drawn once for many
 * steps. Over the draws of ε, noise_k(s) is normal with variance Σ_h (f_h(s) σ_hk)².
 *
 * <p>An actor remembers ε from step to step, not σ ε: its actions use the current σ, even if ε was drawn before the
 * last update.
 *
 * @see <a href="https://arxiv.org/abs/2005.05719">Raffin et al. 2022, equations 6 to 9</a>
 */
public final class StateDependentNoise {

    /** Keeps the standard deviation above 0 where no feature is active. */
    private static final float EPSILON = 1e-6f;

    private final Tensor features;
    private final Tensor logSigma;
    private final int steps;
    private final int rows;
    private final int inputs;
    private final int outputs;

    /**
     * @param features of the states [N, H]
     * @param logSigma log σ [H, d]
     * @param steps the number of steps that ε stays the same; 0 for the whole episode
     */
    public StateDependentNoise(Tensor features, Tensor logSigma, int steps) {
        this.features = features;
        this.logSigma = logSigma;
        this.steps = steps;
        rows = features.shape().extent(0);
        inputs = logSigma.shape().extent(0);
        outputs = logSigma.shape().extent(1);
    }

    /** Returns the size of the memory of a slot: the number of steps that ε was used for, and ε. */
    public static int memorySize(int features, int actions) {
        return 1 + features * actions;
    }

    public int memorySize() {
        return memorySize(inputs, outputs);
    }

    /** The logarithm of the standard deviation over the draws of ε: ½ log Σ_h (f_h σ_hk)². [N, d] */
    public Tensor logStd() {
        Tensor variance = features.square().matmul(logSigma.mul(2).exp()); // [N, d]
        return variance.add(EPSILON).log().mul(0.5f);
    }

    /**
     * Returns the noise of each row [N, d], with a new ε where the memory is zero or the old one was used for all its
     * steps.
     *
     * @param memory [N, {@link #memorySize}], changed
     */
    public double[] sample(RowRandom random, float[] memory) {
        double[] sigma = Arrays.stream(logSigma.toDoubles()).map(Math::exp).toArray();
        float[] f = features.toFloats();
        int size = memorySize();
        double[] noise = new double[rows * outputs];
        for (int row = 0; row < rows; row++) {
            int used = row * size;
            if (memory[used] == 0 || memory[used] == steps) {
                draw(random.row(row), memory, used + 1, used + size);
                memory[used] = 0;
            }
            memory[used] = steps == 0 ? 1 : memory[used] + 1;
            for (int i = 0; i < sigma.length; i++) {
                noise[row * outputs + i % outputs] += f[row * inputs + i / outputs] * sigma[i] * memory[used + 1 + i];
            }
        }
        return noise;
    }

    private static void draw(RandomGenerator random, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) random.nextGaussian();
        }
    }
}
