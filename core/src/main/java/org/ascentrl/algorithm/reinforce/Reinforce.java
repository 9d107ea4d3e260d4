package org.ascentrl.algorithm.reinforce;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Baseline;
import org.ascentrl.algorithm.reinforce.ReinforceSettings.Reduction;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Returns;
import org.ascentrl.experience.Rollout;
import org.ascentrl.experience.Segment;
import org.ascentrl.experience.Standardize;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Policy;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * REINFORCE: makes actions more probable by the return that followed them.
 *
 * <p>∇J = E[ Σ_t ∇ log π(a_t|s_t) G_t ], estimated from whole episodes.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 * <tr><td>τ</td><td></td><td>a rollout of whole episodes, T steps in all</td></tr>
 * <tr><td>G_t</td><td>[T]</td><td>the return from step t on: r_t + γ r_{t+1} + ..; standardized, or less a baseline, as
 * settings say</td></tr>
 * <tr><td>log π(a|s)</td><td>[T]</td><td>of the actions taken</td></tr>
 * </table>
 *
 * @see <a href="https://doi.org/10.1007/BF00992696">Williams 1992, equation 11</a>
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto 2018, section 13.3</a>
 */
public final class Reinforce implements Algorithm {

    private final ReinforceSettings settings;
    private final Tensors tensors;
    private final Policy policy;
    private final Optimizer optimizer;
    private final Actor actor;
    private final Optional<ValueBaseline> baseline;

    public Reinforce(ReinforceSettings settings, AlgorithmSetup setup) {
        RandomGenerator init = setup.random().stream("init");
        this.settings = settings;
        tensors = setup.tensors();
        policy = setup.networks().policy(init);
        optimizer = setup.optimizer().apply(policy.parameters());
        actor = new PolicyActor(policy, tensors);
        baseline = settings.baseline() == Baseline.VALUE
                ? Optional.of(new ValueBaseline(setup.networks().value(init), setup))
                : Optional.empty();
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Horizon horizon(Progress p) {
        return Horizon.episodes(settings.episodesPerSlot());
    }

    // region update
    @Override
    public Metrics update(Rollout tau, Progress p) {
        double[] returnT = returns(tau); // G_t  [T]
        Tensor g = tensors.of(weights(tau, returnT), tau.rows()); // standardized, or less V(s_t)  [T]
        Distribution pi = policy.distribution(tau.observations(tensors), tau.masks());
        Tensor logPi = pi.logProb(tau.actions()); // log π(a_t|s_t)  [T]
        Tensor entropy = pi.entropy(); // [T]

        Tensor loss = reduce(logPi.mul(g)).neg(); // −E[ log π(a_t|s_t) G_t ]
        double bonus = settings.entropy().at(p);
        if (bonus > 0) {
            loss = loss.sub(reduce(entropy).mul((float) bonus));
        }
        double learningRate = settings.learningRate().at(p);
        double norm = optimizer.minimize(loss, learningRate);
        policy.observe(tau);

        Metrics metrics = Metrics.of("loss", loss.item(), "gradient_norm", norm)
                .with("entropy", entropy.mean().item())
                .with("learning_rate", learningRate);
        return baseline.map(b -> metrics.with("value_loss", b.fit(tau, returnT, learningRate)))
                .orElse(metrics);
    }
    // endregion

    private double[] returns(Rollout tau) {
        return baseline.map(b -> b.returns(tau, settings.discount()))
                .orElseGet(() -> Returns.discounted(tau, settings.discount()));
    }

    /** What each step's log π is weighted by. */
    private double[] weights(Rollout tau, double[] returnT) {
        double[] weightT = returnT.clone();
        baseline.ifPresent(b -> {
            double[] valueT = b.values(tau);
            Arrays.setAll(weightT, t -> returnT[t] - valueT[t]);
        });
        switch (settings.standardize()) {
            case BATCH -> Standardize.all(weightT);
            case EPISODE -> Standardize.eachSegment(tau, weightT);
            case NONE -> {}
        }
        if (settings.discountSteps()) {
            for (Segment episode : tau.segments()) {
                for (int t = 0; t < episode.length(); t++) {
                    weightT[episode.from() + t] *= Math.pow(settings.discount(), t);
                }
            }
        }
        return weightT;
    }

    private Tensor reduce(Tensor perStep) {
        return settings.reduction() == Reduction.MEAN ? perStep.mean() : perStep.sum();
    }

    @Override
    public void state(State s) {
        s.part("policy", policy);
        s.part("optimizer", optimizer);
        baseline.ifPresent(b -> s.part("baseline", b));
    }
}
