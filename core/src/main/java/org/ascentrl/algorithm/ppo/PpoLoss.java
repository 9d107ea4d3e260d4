package org.ascentrl.algorithm.ppo;

import org.ascentrl.algorithm.Metrics;
import org.ascentrl.tensor.Tensor;

/**
 * The loss of a minibatch, and the approximate KL divergence from the policy that acted.
 *
 * @param total the loss to minimize
 * @param kl the approximate KL divergence KL(π_old ‖ π), in nats
 */
record PpoLoss(Tensor total, double kl, Metrics metrics) {

    /**
     * Computes the KL divergence by the estimator E[ (r − 1) − log r ], which is never negative.
     *
     * @param logRatio log r_t [B]
     * @see <a href="http://joschu.net/blog/kl-approx.html">Schulman 2020</a>
     */
    static PpoLoss of(
            Tensor total, Tensor policyLoss, Tensor valueLoss, Tensor entropy, Tensor logRatio, double epsilon) {
        double kl = 0;
        double clipped = 0;
        float[] logRatios = logRatio.toFloats();
        for (float log : logRatios) {
            kl += Math.expm1(log) - log;
            clipped += Math.abs(Math.expm1(log)) > epsilon ? 1 : 0;
        }
        kl /= logRatios.length;
        Metrics metrics = Metrics.of("policy_loss", policyLoss.item(), "value_loss", valueLoss.item())
                .with("entropy", entropy.item())
                .with("approx_kl", kl)
                .with("clip_fraction", clipped / logRatios.length);
        return new PpoLoss(total, kl, metrics);
    }
}
