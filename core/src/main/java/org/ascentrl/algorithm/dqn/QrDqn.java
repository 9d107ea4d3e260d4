package org.ascentrl.algorithm.dqn;

import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.ValueActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.ExperienceReplay;
import org.ascentrl.algorithm.Losses;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.distribution.Greedy;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.policy.Model;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * QR-DQN: DQN that learns K quantiles of the return of each action, and acts by their mean.
 *
 * <p>L = E[ w_t Σ_i E_j[ |τ̂_i − 1{u_ij &lt; 0}| huber(u_ij) ] ] with u_ij = R_t + γⁿ θ'_j(s_{t+n}, a*) − θ_i(s_t, a_t).
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>R_t, γⁿ, w_t</td><td>[B]</td><td>as in {@link Dqn}</td></tr>
 * <tr><td>θ_i</td><td>[B, A, K]</td><td>the online network: the quantiles of the return at τ̂_i</td></tr>
 * <tr><td>θ'_j</td><td>[B, A, K]</td><td>the target network</td></tr>
 * <tr><td>τ̂_i</td><td>[K]</td><td>the quantile midpoints (2i − 1) / 2K</td></tr>
 * <tr><td>a*</td><td>[B]</td><td>the action with the greatest mean</td></tr>
 * </table>
 *
 * @see <a href="https://arxiv.org/abs/1710.10044">Dabney et al. 2018, equation 10 and algorithm 1</a>
 */
public final class QrDqn implements Algorithm {

    private final DqnSettings settings;
    private final Tensors tensors;
    private final ActionValues online;
    private final ActionValues target;
    private final Discrete actions;
    private final Optimizer optimizer;
    private final ExperienceReplay replay;
    private final Actor actor;
    private final NumpyGenerator noise;
    private final float[] midpoints;

    /** @throws IllegalArgumentException if the actions are not discrete */
    public QrDqn(QrDqnSettings qrDqn, AlgorithmSetup setup) {
        settings = qrDqn.dqn();
        ActionValues.Form form = new ActionValues.Form(
                qrDqn.quantiles(), settings.dueling(), settings.exploration().noisy());
        tensors = setup.tensors();
        online = setup.networks().actionValues(form, setup.random().stream("init"));
        target = setup.networks().actionValues(form, setup.random().stream("init"));
        actions = (Discrete) setup.environment().actionSpace();
        optimizer = setup.optimizer().apply(online.parameters());
        replay = new ExperienceReplay(settings.offPolicy(), settings.nStep(), setup);
        actor = replay.warmUp(new ValueActor(online, actions, settings.exploration(), tensors));
        noise = setup.random().stream("noise");
        midpoints = new float[qrDqn.quantiles()];
        for (int i = 0; i < midpoints.length; i++) {
            midpoints[i] = (2 * i + 1) / (2f * midpoints.length);
        }
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return List.of(online, target);
    }

    @Override
    public Horizon horizon(Progress p) {
        return replay.horizon();
    }

    // region update
    @Override
    public Metrics update(Rollout fresh, Progress p) {
        Metrics metrics = replay.update(fresh, p, batch -> gradientStep(batch, p));
        settings.target().update(target.parameters(), online.parameters(), p, fresh.rows(), tensors);
        return metrics;
    }

    private Metrics gradientStep(Transitions batch, Progress p) {
        int b = batch.size();
        int k = midpoints.length;
        Tensor y = tensors.noGrad(() -> target(batch)); // R_t + γⁿ θ'_j(s_{t+n}, a*)  [B, K]
        Tensor quantiles = online.quantiles(batch.observations(), RowRandom.shared(noise)); // [B, A, K]
        Tensor theta = ofActions(quantiles, actions.indices(batch.actions().integers())); // θ_i(s_t, a_t)  [B, K]
        Tensor u = y.reshape(b, 1, k).sub(theta.reshape(b, k, 1)); // u_ij  [B, K, K]
        Tensor loss = quantileHuber(u).mul(batch.weights(tensors)).mean();
        double norm = optimizer.minimize(loss, settings.learningRate().at(p));
        Tensor delta = y.mean(1).sub(theta.mean(1)); // δ_t, of the means  [B]
        replay.prioritize(batch, delta.toFloats());
        return Metrics.of("loss", loss.item(), "q", theta.mean(1).mean().item())
                .with("td_error", delta.abs().mean().item())
                .with("gradient_norm", norm)
                .with("exploration", settings.exploration().at(p))
                .with("learning_rate", settings.learningRate().at(p));
    }

    /** R_t + γⁿ θ'_j(s_{t+n}, a*) with a* = argmax_a E_j[ θ'_j(s_{t+n}, a) ], or of θ with double Q-learning [B, K]. */
    private Tensor target(Transitions batch) {
        Observations next = batch.nextObservations(); // s_{t+n}  [B]
        Tensor thetaNext = target.quantiles(next, RowRandom.shared(noise)); // θ'_j(s_{t+n}, ·)  [B, A, K]
        Tensor selector = settings.doubleQ() ? online.values(next, RowRandom.shared(noise)) : thetaNext.mean(2);
        int[] best = Greedy.argmax(selector, batch.nextMasks()); // a*  [B]
        Tensor gamma = batch.discounts(tensors).reshape(batch.size(), 1); // γⁿ  [B, 1]
        Tensor r = batch.returns(tensors).reshape(batch.size(), 1); // R_t  [B, 1]
        return ofActions(thetaNext, best).mul(gamma).add(r);
    }

    /** Σ_i E_j[ |τ̂_i − 1{u_ij &lt; 0}| huber(u_ij) ] of u [B, K, K], equation 10 with κ = 1; [B]. */
    private Tensor quantileHuber(Tensor u) {
        Tensor tau = tensors.of(midpoints, 1, midpoints.length, 1); // τ̂_i
        Tensor below = tensors.scalar(0).greater(u); // 1{u_ij < 0}
        return tau.sub(below).abs().mul(Losses.huber(u, 1)).mean(2).sum(1);
    }
    // endregion

    /** Selects the quantiles of one action in each row: [B, A, K] → [B, K]. */
    private static Tensor ofActions(Tensor quantiles, int[] actions) {
        int choices = quantiles.shape().extent(1);
        int[] rows = new int[actions.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * choices + actions[i];
        }
        return quantiles
                .reshape(actions.length * choices, quantiles.shape().extent(2))
                .gatherRows(rows);
    }

    @Override
    public void state(State s) {
        s.part("online", online);
        s.part("target", target);
        s.part("optimizer", optimizer);
        s.part("replay", replay);
        s.part("noise", noise);
    }
}
