package org.ascentrl.algorithm.reinforce;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.Standardize;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Model;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * REINFORCE: raises the probability of actions in proportion to the return that followed them.
 *
 * <p>∇J = E[ Σ_t ∇ log π(a_t|s_t) A_t ], estimated from whole episodes.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>τ</td><td></td><td>a rollout of whole episodes, T steps in all</td></tr>
 * <tr><td>G_t</td><td>[T]</td><td>the return r_t + γ r_{t+1} + ..</td></tr>
 * <tr><td>b(s_t)</td><td>[T]</td><td>the baseline: a learned value function, or 0</td></tr>
 * <tr><td>A_t</td><td>[T]</td><td>the advantage G_t − b(s_t), standardized as settings say</td></tr>
 * <tr><td>log π(a_t|s_t)</td><td>[T]</td><td>the log-probability of the action taken</td></tr>
 * <tr><td>β</td><td></td><td>the entropy coefficient</td></tr>
 * </table>
 *
 * @see <a href="https://doi.org/10.1007/BF00992696">Williams 1992, equation 11</a>
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto 2018, sections 13.3 and 13.4</a>
 */
public final class Reinforce implements Algorithm {

    private final ReinforceSettings settings;
    private final Tensors tensors;
    private final Policy policy;
    private final Optimizer optimizer;
    private final Baseline baseline;
    private final Actor actor;

    public Reinforce(ReinforceSettings settings, AlgorithmSetup setup) {
        RandomGenerator init = setup.random().stream("init");
        this.settings = settings;
        tensors = setup.tensors();
        policy = setup.networks().policy(init);
        optimizer = setup.optimizer().apply(policy.parameters());
        baseline = switch (settings.baseline()) {
            case NONE -> Baseline.zero();
            case VALUE -> new ValueBaseline(setup.networks().value(init), setup);
        };
        actor = new PolicyActor(policy, tensors);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Model> models() {
        return Stream.concat(Stream.of(policy), baseline.models().stream()).toList();
    }

    @Override
    public Horizon horizon(Progress p) {
        return Horizon.episodes(settings.episodesPerSlot());
    }

    // region update
    @Override
    public Metrics update(Rollout tau, Progress p) {
        double[] returns = Returns.discounted(tau, baseline.finalValues(tau), settings.discount()); // G_t  [T]
        double[] values = baseline.values(tau); // b(s_t)  [T]
        double[] advantages = new double[tau.rows()];
        Arrays.setAll(advantages, t -> returns[t] - values[t]); // A_t = G_t − b(s_t)
        switch (settings.standardize()) { // A_t ← (A_t − mean) / std
            case BATCH -> Standardize.all(advantages);
            case EPISODE -> Standardize.eachSegment(tau, advantages);
            case NONE -> {}
        }
        if (settings.discountSteps()) {
            discountSteps(tau, advantages); // A_t ← γ^t A_t
        }
        Tensor a = tensors.of(advantages, tau.rows());

        Distribution pi = policy.distribution(tau.observations(), tau.masks());
        Tensor logProbs = pi.logProb(tau.actions()); // log π(a_t|s_t)  [T]
        Tensor entropies = pi.entropy(); // H(π(·|s_t))  [T]
        Tensor loss = reduce(logProbs.mul(a)).neg(); // −E[ log π(a_t|s_t) A_t ]
        double beta = settings.entropyCoefficient().at(p);
        if (beta > 0) {
            loss = loss.sub(reduce(entropies).mul(beta)); // − β E[ H(π(·|s_t)) ]
        }

        double learningRate = settings.learningRate().at(p);
        double norm = optimizer.minimize(loss, learningRate);
        Metrics baselineMetrics = baseline.fit(tau, returns, learningRate); // b(s_t) towards G_t
        return Metrics.of("loss", loss.item(), "gradient_norm", norm)
                .with("entropy", entropies.mean().item())
                .with("learning_rate", learningRate)
                .with(baselineMetrics);
    }
    // endregion

    private void discountSteps(Rollout tau, double[] advantages) {
        for (Segment episode : tau.segments()) {
            for (int t = 0; t < episode.length(); t++) {
                advantages[episode.from() + t] *= Math.pow(settings.discount(), t);
            }
        }
    }

    private Tensor reduce(Tensor perStep) {
        return settings.reduction() == Reduction.MEAN ? perStep.mean() : perStep.sum();
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
        s.part("optimizer", optimizer);
        s.part("baseline", baseline);
    }
}
