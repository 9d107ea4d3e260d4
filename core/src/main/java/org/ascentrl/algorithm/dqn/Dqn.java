package org.ascentrl.algorithm.dqn;

import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Losses;
import org.ascentrl.replay.Transitions;
import org.ascentrl.tensor.Tensor;

/**
 * DQN: learns what each action is worth from what the target network says of the state it led to.
 *
 * <p>L = E[ w_t huber(y_t − Q(s_t, a_t)) ] with y_t = R_t + γⁿ max_a Q'(s_{t+n}, a). By settings the double, dueling,
 * n-step, prioritized and noisy forms, alone or together.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>R_t</td><td>[B]</td><td>the discounted rewards of n steps, fewer at an end</td></tr>
 * <tr><td>γⁿ</td><td>[B]</td><td>0 where the episode terminated</td></tr>
 * <tr><td>Q'</td><td></td><td>the target network: Q as it was some steps ago</td></tr>
 * <tr><td>δ_t</td><td>[B]</td><td>the temporal-difference error</td></tr>
 * </table>
 *
 * @see <a href="https://doi.org/10.1038/nature14236">Mnih et al. 2015, algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1509.06461">van Hasselt et al. 2016, equation 4: double Q-learning</a>
 * @see <a href="https://arxiv.org/abs/1710.02298">Hessel et al. 2018: the forms together</a>
 */
public final class Dqn extends QLearning {

    public Dqn(DqnSettings settings, AlgorithmSetup setup) {
        super(settings, 1, setup);
    }

    // region loss
    @Override
    Loss loss(Transitions batch) {
        Tensor r = batch.returns(tensors); // R_t  [B]
        Tensor gamma = batch.discounts(tensors); // γⁿ  [B]
        Tensor y = tensors.noGrad(
                () -> networks.ofBestNext(batch).flat().mul(gamma).add(r)); // R_t + γⁿ Q'(s_{t+n}, a*)  [B]
        Tensor q = networks.ofTaken(batch).flat(); // Q(s_t, a_t)  [B]
        Tensor delta = y.sub(q); // δ_t  [B]
        return new Loss(Losses.huber(delta, 1), delta, q);
    }
    // endregion
}
