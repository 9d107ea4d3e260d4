package org.ascentrl.algorithm.dqn;

import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.ReplayUpdates;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * Deep Q-learning from replay: remembers every step, and after some of them takes gradient steps on batches drawn from all.
 * What a batch costs is where {@link Dqn} and {@link QrDqn} differ.
 *
 * @see <a href="https://doi.org/10.1038/nature14236">Mnih et al. 2015, algorithm 1</a>
 */
public abstract sealed class QLearning implements Algorithm permits Dqn, QrDqn {

    final Tensors tensors;
    final QNetworks networks;
    private final DqnSettings settings;
    private final Optimizer optimizer;
    private final Actor actor;
    private final ReplayBuffer replay;
    private final ReplayUpdates updates;

    /** @param quantiles K, the numbers that the networks give for each action */
    QLearning(DqnSettings settings, int quantiles, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        networks = new QNetworks(settings, quantiles, setup);
        optimizer = setup.optimizer().apply(networks.parameters());
        actor = networks.actor();
        replay = new ReplayBuffer(
                settings.replay(),
                setup.environment(),
                settings.nStep(),
                settings.discount(),
                setup.random().stream("replay"));
        updates = new ReplayUpdates(replay, settings.warmUp(), settings.gradientSteps(), settings.batchSize(), tensors);
    }

    /**
     * What a batch costs.
     *
     * @param perStep the loss of each step [B]
     * @param errors how wrong the value of each step was: what it is drawn by [B]
     * @param values Q(s_t, a_t) [B]
     */
    record Loss(Tensor perStep, Tensor errors, Tensor values) {}

    abstract Loss loss(Transitions batch);

    @Override
    public final Actor actor() {
        return actor;
    }

    @Override
    public final Horizon horizon(Progress p) {
        return Horizon.steps(settings.stepsPerSlot());
    }

    // region update
    @Override
    public final Metrics update(Rollout fresh, Progress p) {
        networks.observe(fresh);
        Metrics learned = updates.update(fresh, p, batch -> gradientStep(batch, p));
        networks.updateTarget(p, fresh.rows());
        return learned;
    }

    private Metrics gradientStep(Transitions batch, Progress p) {
        Loss loss = loss(batch);
        Tensor total = loss.perStep().mul(batch.weights(tensors)).mean(); // E[ w_t L_t ]
        double norm = optimizer.minimize(total, settings.learningRate().at(p));
        replay.prioritize(batch, loss.errors().toFloats());
        return Metrics.of("loss", total.item(), "q", loss.values().mean().item())
                .with("td_error", loss.errors().abs().mean().item())
                .with("gradient_norm", norm)
                .with("exploration", settings.exploration().at(p))
                .with("learning_rate", settings.learningRate().at(p));
    }
    // endregion

    @Override
    public final void state(State s) {
        s.part("networks", networks);
        s.part("optimizer", optimizer);
        s.part("replay", replay);
    }
}
