package org.ascentrl.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.WarmUpActor;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.replay.ReplayBuffer;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;

/**
 * Experience replay: the part of an off-policy algorithm around its gradient step. It warms up with uniformly random
 * actions, stores every step in a replay buffer, and takes gradient steps on batches sampled from it.
 *
 * @see <a href="https://doi.org/10.1007/BF00992699">Lin 1992</a>
 * @see <a href="https://doi.org/10.1038/nature14236">Mnih et al. 2015, algorithm 1</a>
 */
public final class ExperienceReplay implements Stateful {

    private final OffPolicySettings settings;
    private final Space actions;
    private final Tensors tensors;
    private final ReplayBuffer buffer;

    /**
     * Creates an empty buffer; it samples with the random stream {@code replay}.
     *
     * @param nStep n of the n-step returns
     * @throws IllegalArgumentException if the buffer does not fit into memory
     */
    public ExperienceReplay(OffPolicySettings settings, int nStep, AlgorithmSetup setup) {
        this.settings = settings;
        actions = setup.environment().actionSpace();
        tensors = setup.tensors();
        buffer = new ReplayBuffer(
                settings.replay(), setup.environment(), nStep, settings.discount(), setup.random().stream("replay"));
    }

    /** Returns an actor that acts uniformly at random during warm-up, then delegates to {@code actor}. */
    public Actor warmUp(Actor actor) {
        return new WarmUpActor(actor, actions, settings.warmUp());
    }

    /** Returns the steps that each slot collects between updates. */
    public Horizon horizon() {
        return Horizon.steps(settings.stepsPerSlot());
    }

    /**
     * Stores {@code fresh}, then takes gradient steps, each in a tensor scope of its own. Gradient steps begin once the
     * buffer holds the steps of the warm-up, or is full: final observations take room, too.
     *
     * @param gradientStep learns from a batch
     * @return the means over the gradient steps, or no metrics if there were none
     */
    public Metrics update(Rollout fresh, Progress p, Function<Transitions, Metrics> gradientStep) {
        buffer.add(fresh);
        if (buffer.steps() < settings.warmUp() && !buffer.isFull()) {
            return Metrics.none();
        }
        List<Metrics> steps = new ArrayList<>();
        for (int i = 0; i < settings.gradientSteps(); i++) {
            try (Scope scope = tensors.scope()) {
                steps.add(gradientStep.apply(buffer.sample(settings.batchSize(), p)));
            }
        }
        return Metrics.mean(steps).with("replay_steps", buffer.steps());
    }

    /** Updates the priorities of {@code batch} from its errors δ [B]; without prioritization nothing changes. */
    public void prioritize(Transitions batch, float[] errors) {
        buffer.prioritize(batch, errors);
    }

    @Override
    public void state(State s) {
        buffer.state(s);
    }
}
