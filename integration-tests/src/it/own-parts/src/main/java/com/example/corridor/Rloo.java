package com.example.corridor;

import java.util.Arrays;
import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * REINFORCE with the leave-one-out baseline: the return of an episode counts by what it exceeds the mean return of the other
 * episodes of the rollout.
 *
 * <p>∇J = 1/T Σ_i Σ_t ∇ log π(a_t|s_t) (G_i − 1/(K−1) Σ_{j≠i} G_j), over K episodes of T steps in all.
 *
 * @see <a href="https://openreview.net/forum?id=r1lgTGL5DE">Kool et al. 2019, equation 8</a>
 */
final class Rloo implements Algorithm {

    private final RlooSettings settings;
    private final Tensors tensors;
    private final Policy policy;
    private final Optimizer optimizer;
    private final Actor actor;

    Rloo(RlooSettings settings, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        policy = setup.networks().policy(setup.random().stream("init"));
        optimizer = setup.optimizer().apply(policy.parameters());
        actor = new PolicyActor(policy, tensors);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return List.of(policy);
    }

    @Override
    public Horizon horizon(Progress p) {
        return Horizon.episodes(settings.episodesPerSlot());
    }

    @Override
    public Metrics update(Rollout tau, Progress p) {
        Tensor a = tensors.of(advantages(tau), tau.rows()); // A_i of each step's episode  [T]
        Tensor logPi = policy.distribution(tau.observations(), tau.masks())
                .logProb(tau.actions()); // log π(a_t|s_t)  [T]
        Tensor loss = logPi.mul(a).mean().neg(); // −1/T Σ_t log π(a_t|s_t) A_i
        double norm = optimizer.minimize(loss, settings.learningRate());
        return Metrics.of("loss", loss.item(), "gradient_norm", norm);
    }

    /** A_i = G_i − 1/(K−1) Σ_{j≠i} G_j, for each step of episode i [T]. */
    static double[] advantages(Rollout tau) {
        double[] returns = Returns.discounted(tau, 1);
        List<Segment> episodes = tau.segments();
        double sum = episodes.stream().mapToDouble(e -> returns[e.from()]).sum();
        double[] advantages = new double[tau.rows()];
        for (Segment episode : episodes) {
            double g = returns[episode.from()]; // G_i
            double others = (sum - g) / (episodes.size() - 1);
            Arrays.fill(advantages, episode.from(), episode.to(), g - others);
        }
        return advantages;
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
        s.part("optimizer", optimizer);
    }
}
