package org.ascentrl.algorithm.dqn;

import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Losses;
import org.ascentrl.replay.Transitions;
import org.ascentrl.tensor.Tensor;

/**
 * QR-DQN: learns K quantiles of the return of each action, and acts by their mean.
 *
 * <p>L_t = Σ_i E_j[ |τ̂_i − 1{u_ij &lt; 0}| huber(u_ij) ] with u_ij = R_t + γⁿ θ'_j(s_{t+n}, a*) − θ_i(s_t, a_t).
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>θ_i</td><td>[B, K]</td><td>the quantile of the return at τ̂_i</td></tr>
 * <tr><td>τ̂_i</td><td>[K]</td><td>(2i − 1) / 2K, in the middle of its share of the probability</td></tr>
 * <tr><td>θ'_j</td><td>[B, K]</td><td>that of the target network</td></tr>
 * <tr><td>a*</td><td>[B]</td><td>the action with the best mean</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1710.10044">Dabney et al. 2018, equation 10 and algorithm 1</a>
 */
public final class QrDqn extends QLearning {

    private final float[] midpoints;

    public QrDqn(QrDqnSettings settings, AlgorithmSetup setup) {
        super(settings.learning(), settings.quantiles(), setup);
        midpoints = new float[settings.quantiles()];
        for (int i = 0; i < midpoints.length; i++) {
            midpoints[i] = (2 * i + 1) / (2f * midpoints.length);
        }
    }

    // region loss
    @Override
    Loss loss(Transitions batch) {
        int b = batch.size();
        int k = midpoints.length;
        Tensor r = batch.returns(tensors).reshape(b, 1); // R_t  [B, 1]
        Tensor gamma = batch.discounts(tensors).reshape(b, 1); // γⁿ  [B, 1]
        Tensor y = tensors.noGrad(
                () -> networks.ofBestNext(batch).mul(gamma).add(r)); // R_t + γⁿ θ'_j(s_{t+n}, a*)  [B, K]
        Tensor theta = networks.ofTaken(batch); // θ_i(s_t, a_t)  [B, K]
        Tensor loss = quantileHuber(y.reshape(b, 1, k).sub(theta.reshape(b, k, 1)));
        Tensor errors = y.mean(1).sub(theta.mean(1)); // of the mean  [B]
        return new Loss(loss, errors, theta.mean(1));
    }

    /** Σ_i E_j[ |τ̂_i − 1{u_ij &lt; 0}| huber(u_ij) ] of u [B, K, K], equation 10 with κ = 1. */
    private Tensor quantileHuber(Tensor u) {
        Tensor tau = tensors.of(midpoints, 1, midpoints.length, 1);
        Tensor below = tensors.scalar(0).greater(u); // 1{u_ij < 0}
        return tau.sub(below).abs().mul(Losses.huber(u, 1)).mean(2).sum(1);
    }
    // endregion
}
