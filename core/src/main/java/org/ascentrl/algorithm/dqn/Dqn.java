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
 * DQN: Q-learning from experience replay with a target network. Settings combine it with double Q-learning, dueling and
 * noisy networks, n-step returns and prioritized replay.
 *
 * <p>L = E[ w_t huber(y_t − Q(s_t, a_t)) ] with y_t = R_t + γⁿ max_a Q'(s_{t+n}, a).
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>R_t</td><td>[B]</td><td>the discounted rewards of n steps, fewer at the end of an episode</td></tr>
 * <tr><td>γⁿ</td><td>[B]</td><td>the discount of the next value; 0 where the episode terminated</td></tr>
 * <tr><td>Q, Q'</td><td>[B, A]</td><td>the online network and the target network</td></tr>
 * <tr><td>δ_t</td><td>[B]</td><td>the temporal-difference error y_t − Q(s_t, a_t)</td></tr>
 * <tr><td>w_t</td><td>[B]</td><td>the importance-sampling weight; 1 without prioritization</td></tr>
 * </table>
 *
 * @see <a href="https://doi.org/10.1038/nature14236">Mnih et al. 2015, algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1509.06461">van Hasselt et al. 2016, equation 4: double Q-learning</a>
 * @see <a href="https://arxiv.org/abs/1710.02298">Hessel et al. 2018: the refinements combined</a>
 */
public final class Dqn implements Algorithm {

    private final DqnSettings settings;
    private final Tensors tensors;
    private final ActionValues online;
    private final ActionValues target;
    private final Discrete actions;
    private final Optimizer optimizer;
    private final ExperienceReplay replay;
    private final Actor actor;
    private final NumpyGenerator noise;

    /** @throws IllegalArgumentException if the actions are not discrete */
    public Dqn(DqnSettings settings, AlgorithmSetup setup) {
        ActionValues.Form form = new ActionValues.Form(
                1, settings.dueling(), settings.exploration().noisy());
        this.settings = settings;
        tensors = setup.tensors();
        online = setup.networks().actionValues(form, setup.random().stream("init"));
        target = setup.networks().actionValues(form, setup.random().stream("init"));
        actions = (Discrete) setup.environment().actionSpace();
        optimizer = setup.optimizer().apply(online.parameters());
        replay = new ExperienceReplay(settings.offPolicy(), settings.nStep(), setup);
        actor = replay.warmUp(new ValueActor(online, actions, settings.exploration(), tensors));
        noise = setup.random().stream("noise");
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
        Tensor y = tensors.noGrad(() -> target(batch)); // y_t  [B]
        Tensor q = online.values(batch.observations(), RowRandom.shared(noise)) // Q(s_t, ·)  [B, A]
                .gatherColumns(actions.indices(batch.actions().integers())); // Q(s_t, a_t)  [B]
        Tensor delta = y.sub(q); // δ_t  [B]
        Tensor loss = Losses.huber(delta, 1).mul(batch.weights(tensors)).mean(); // E[ w_t huber(δ_t) ]
        double norm = optimizer.minimize(loss, settings.learningRate().at(p));
        replay.prioritize(batch, delta.toFloats());
        return Metrics.of("loss", loss.item(), "q", q.mean().item())
                .with("td_error", delta.abs().mean().item())
                .with("gradient_norm", norm)
                .with("exploration", settings.exploration().at(p))
                .with("learning_rate", settings.learningRate().at(p));
    }

    /** y_t = R_t + γⁿ Q'(s_{t+n}, argmax_a Q'(s_{t+n}, a)); with double Q-learning the argmax is that of Q. */
    private Tensor target(Transitions batch) {
        Observations next = batch.nextObservations(); // s_{t+n}  [B]
        Tensor qNext = target.values(next, RowRandom.shared(noise)); // Q'(s_{t+n}, ·)  [B, A]
        Tensor selector = settings.doubleQ() ? online.values(next, RowRandom.shared(noise)) : qNext;
        int[] best = Greedy.argmax(selector, batch.nextMasks()); // [B]
        return qNext.gatherColumns(best).mul(batch.discounts(tensors)).add(batch.returns(tensors));
    }
    // endregion

    @Override
    public void state(State s) {
        s.part("online", online);
        s.part("target", target);
        s.part("optimizer", optimizer);
        s.part("replay", replay);
        s.part("noise", noise);
    }
}
